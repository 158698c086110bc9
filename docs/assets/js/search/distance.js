// How far a word is from another: the fewest letters left out, put in, changed or swapped with their neighbour (optimal
// string alignment). Bit-parallel: Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit
// distances", for patterns of up to 31 letters.
const LONGEST = 31;
// Letters beyond this count as unlike any other.
const LETTERS = 1024;

class Pattern {
  constructor(word) {
    this.size = Math.min(LONGEST, word.length);
    this.places = new Int32Array(LETTERS);
    for (let i = 0; i < this.size; i++) {
      const code = word.charCodeAt(i);
      if (code < LETTERS) this.places[code] |= 1 << i;
    }
    // Of the text last measured: the least distance to any of its beginnings, and the length of that beginning.
    this.least = 0;
    this.leastAt = 0;
  }

  // The distance to the first `length` letters of `text`.
  to(text, length) {
    const { size, places } = this;
    const last = 1 << (size - 1);
    let up = -1;
    let down = 0;
    let diagonal = 0;
    let before = 0;
    let score = size;
    this.least = size;
    this.leastAt = 0;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      const same = code < LETTERS ? places[code] : 0;
      const swapped = ((~diagonal & same) << 1) & before;
      diagonal = (((same & up) + up) ^ up) | same | down | swapped;
      let right = down | ~(diagonal | up);
      const left = diagonal & up;
      if (right & last) score++;
      else if (left & last) score--;
      right = (right << 1) | 1;
      up = (left << 1) | ~(diagonal | right);
      down = right & diagonal;
      before = same;
      if (score < this.least) {
        this.least = score;
        this.leastAt = i + 1;
      }
    }
    return score;
  }
}

// Which letters a word holds, as bits: a letter that only one of two words holds costs an edit.
function lettersOf(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    bits |= code > 96 && code < 123 ? 1 << (code - 97) : 1 << (26 + (code & 3));
  }
  return bits;
}

// How many bits are set (Warren, "Hacker's Delight", section 5-1).
function countBits(bits) {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
