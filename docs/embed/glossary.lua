-- Links to the terms of a study glossary, for Pandoc 3.1 or newer and Quarto.
--
--     [overfitting](term:overfitting)   the entry "overfitting"
--     [GAN loss](term:)                 the entry that has these words as a name
--     [quiz](term:softmax#quiz)         a section or a question of an entry
--
-- Put this file beside your document and name it and the glossary in the document's header:
--
--     filters: [glossary.lua]                        (Quarto; with Pandoc: --lua-filter glossary.lua)
--     glossary-url: https://glossary.example/        where the glossary is published
--     glossary-cards: true                           in HTML, show a card when a link is pointed at
--     glossary-names: terms.json                     a copy of the glossary's terms.json: unknown terms are warned of
--
-- In HTML the links have the class "glossary-term". With `--fail-if-warnings` an unknown term stops Pandoc.

local HTML = {
  html = true, html4 = true, html5 = true,
  revealjs = true, slidy = true, slideous = true, dzslides = true, s5 = true,
}

local function warn(message)
  if pandoc.log and pandoc.log.warn then
    pandoc.log.warn("glossary.lua: " .. message)
  else
    io.stderr:write("[WARNING] glossary.lua: " .. message .. "\n")
  end
end

-- A letter without its accents; nothing for a sign that has no plain letter.
local function plain(character)
  return pandoc.read("# x" .. character, "markdown+ascii_identifiers").blocks[1].identifier:sub(2)
end

-- Letters of any script change or stay as they are; dashes, quotes and other signs are what Pandoc drops from a heading's id.
local function is_letter(character)
  return pandoc.read("# x" .. character, "markdown").blocks[1].identifier ~= "x"
end

-- The last part of the address that the glossary gives a name: "GAN loss" is at gan-loss. A name that a slug would distort,
-- such as C++ or one in other letters, has none: "".
local function slug(name)
  local distorted = name:find("[+#*]") ~= nil
  local ascii = pandoc.text.lower(name):gsub(utf8.charpattern, function(character)
    if #character == 1 then return nil end
    local letter = plain(character)
    distorted = distorted or (letter == "" and is_letter(character))
    return letter
  end)
  return distorted and "" or (ascii:gsub("'", ""):gsub("[^a-z0-9]+", "-"):gsub("^%-", ""):gsub("%-$", ""))
end

-- A line of the header as it was typed: Pandoc sets its hyphens as dashes.
local function typed(field)
  return field and pandoc.utils.stringify(field):gsub("\u{2014}", "---"):gsub("\u{2013}", "--") or nil
end

local function decoded(target)
  return (target:gsub("%%(%x%x)", function(digits) return string.char(tonumber(digits, 16)) end))
end

-- The slug of an entry by each of its names, from the file at `path`; nil where no file is named.
local function known(path)
  if not path then return nil end
  local file = io.open(path)
  if not file then error("glossary.lua: `glossary-names` names " .. path .. ", which cannot be read") end
  local found = {}
  local terms = pandoc.json.decode(file:read("a"), false).terms
  file:close()
  for _, term in ipairs(terms) do
    for _, names in ipairs { term.variants, term.aliases } do
      for _, other in ipairs(names) do
        local key = slug(other)
        -- What several terms are called leads to none of them.
        found[key] = (found[key] == nil or found[key] == term.slug) and term.slug or ""
      end
    end
  end
  -- A title beats another's alias, and an address beats both.
  for _, term in ipairs(terms) do found[slug(term.term)] = term.slug end
  for _, term in ipairs(terms) do found[term.slug] = term.slug end
  found[""] = nil
  return found
end

function Pandoc(doc)
  local base = typed(doc.meta["glossary-url"])
  if base then base = base:gsub("/*$", "/") end
  local names = known(typed(doc.meta["glossary-names"]))
  local links = 0

  local function link(element)
    local target, anchor = element.target:match("^term:([^#]*)(.*)$")
    if not target then return nil end
    links = links + 1
    if not base then return element.content end
    local words = pandoc.utils.stringify(element.content)
    local wanted = slug(target == "" and words or decoded(target))
    local found = names and names[wanted]
    if found == "" then
      warn(string.format('several entries are named "%s": write its full name', words))
      return element.content
    elseif wanted == "" or (names and not found) then
      warn(string.format('no entry is named "%s" (at "%s")', target == "" and words or decoded(target), words))
      if wanted == "" then return element.content end
    end
    element.target = base .. "terms/" .. (found or wanted) .. "/" .. anchor
    if HTML[FORMAT] then element.classes:insert("glossary-term") end
    return element
  end

  local made = doc:walk { Link = link }
  if links > 0 and not base then warn("set `glossary-url` in the header; until then its terms are plain words") end
  if links > 0 and base and HTML[FORMAT] and doc.meta["glossary-cards"] then
    -- At the end of the document it is there in fragments too; `header-includes` is for whole pages only.
    local address = base:gsub("&", "&amp;"):gsub('"', "&quot;")
    made.blocks:insert(pandoc.RawBlock("html", '<script src="' .. address .. 'embed/cards.js" defer></script>'))
  end
  return made
end
