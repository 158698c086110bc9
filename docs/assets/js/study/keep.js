// Export, import and forgetting of the learner's progress.
class Keep extends HTMLElement {
  connectedCallback() {
    [this.file, this.say, this.ask] = ["input", "[role=status]", "dialog"].map((name) => this.querySelector(name));
    this.file.onchange = () => this.load(this.file.files[0]);
    obeyButtons(this);
  }

  save() {
    progress.save();
  }

  choose() {
    this.file.click();
  }

  async load(file) {
    try {
      const taken = progress.load(await file.text());
      this.say.textContent = taken ? `${page.counted(taken, "part")} of the file imported.` : "Nothing in the file is newer than what is here.";
    } catch (failure) {
      this.say.textContent = `${failure.message} Nothing was imported.`;
    }
    // The same file may be chosen again.
    this.file.value = "";
  }

  open() {
    this.ask.showModal();
  }

  forget() {
    progress.forgetAll();
    this.say.textContent = "Everything is forgotten.";
  }
}

customElements.define("g-keep", Keep);
