"use strict";
(() => {
  const root = document.documentElement;
  const keysOn = document.getElementById("keys-on");
  const help = document.getElementById("keys");

  /** One article: its sentences, what is filtered, which is chosen. */
  class Report {
    constructor(element) {
      this.element = element;
      this.prefix = element.dataset.p;
      this.form = element.querySelector(".tools");
      this.card = element.querySelector(".card");
      this.text = element.querySelector(".text");
      this.count = this.form.querySelector("output");
      this.clear = this.form.querySelector(".clear");
      this.sources = [...this.form.querySelectorAll("[name=source]")];
      this.at = -1;
      this.sentences = [...this.text.querySelectorAll(".sentence")].map((node) => ({
        node,
        words: node.querySelector("bdi"),
        text: null,
        finding: node.classList.contains("finding"),
        hit: true,
        has: {
          status: [node.dataset.status],
          source: node.dataset.source.split(" "),
          stance: node.dataset.stance.split(" "),
          flag: node.dataset.flag.split(" "),
        },
      }));
      this.listen();
    }

    listen() {
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.step(1);
      });
      this.form.addEventListener("input", () => this.filter());
      this.form.addEventListener("reset", () => setTimeout(() => this.filter()));
      this.element.addEventListener("click", (event) => {
        const go = event.target.closest("[data-go]");
        if (go) this.step(Number(go.dataset.go));
        if (event.target.closest(".help")) help.showModal();
        if (event.target.closest(".close")) this.unchoose();
        if (event.target.closest("a") || !getSelection().isCollapsed) return;
        const node = event.target.closest(".text .sentence");
        if (node) this.choose(this.sentences.findIndex((each) => each.node === node), false);
      });
    }

    /** What is asked for: the boxes that are on, by filter, and the words searched. */
    asked() {
      const wanted = {};
      for (const box of this.form.querySelectorAll("[type=checkbox]:checked")) {
        (wanted[box.name] ??= new Set()).add(box.value);
      }
      return [Object.entries(wanted), folded(this.form.elements.q.value.trim())];
    }

    filter() {
      const [wanted, query] = this.asked();
      this.filtering = wanted.length > 0 || query !== "";
      let left = 0;
      for (const each of this.sentences) {
        each.hit =
          wanted.every(([name, values]) => each.has[name].some((value) => values.has(value))) &&
          (query === "" || (each.text ??= folded(each.words.textContent)).includes(query));
        each.node.classList.toggle("hit", this.filtering && each.hit);
        left += each.hit;
      }
      this.text.classList.toggle("filtering", this.filtering);
      this.clear.hidden = !this.filtering;
      this.count.value = this.filtering
        ? `${left} of ${this.sentences.length} sentences`
        : counted(this.sentences.filter((each) => each.finding).length, "finding");
      highlight(query, this.sentences);
    }

    /** To the next (1) or previous (-1) finding, or sentence that the filters leave. */
    step(by, every = false) {
      const many = this.sentences.length;
      const fits = (each) => every || (this.filtering ? each.hit : each.finding);
      const start = this.at < 0 && by < 0 ? many : this.at;
      for (let nth = start + by, tried = 0; tried < many; nth += by, tried++) {
        const place = ((nth % many) + many) % many;
        if (fits(this.sentences[place])) {
          this.choose(place, true);
          this.say(place, fits, every);
          return;
        }
      }
    }

    say(place, fits, every) {
      if (every) return;
      const fitting = this.sentences.filter(fits);
      const which = fitting.indexOf(this.sentences[place]) + 1;
      this.count.value = `${which} of ${fitting.length}` + (this.filtering ? "" : " findings");
    }

    leave() {
      this.sentences[this.at]?.node.classList.remove("current");
      this.at = -1;
    }

    choose(place, moving) {
      this.leave();
      const chosen = this.sentences[place];
      if (!chosen) return;
      this.at = place;
      chosen.node.classList.add("current");
      if (moving) {
        chosen.node.focus({ preventScroll: true });
        chosen.node.scrollIntoView({ block: "center" });
      }
      this.fill(chosen.node.id.slice(this.prefix.length + 1));
    }

    /** The card shows what the list at the page's end says of the sentence. */
    fill(number) {
      const entry = document.getElementById(`${this.prefix}n${number}`);
      const close = document.createElement("button");
      Object.assign(close, { type: "button", className: "quiet close", textContent: "×" });
      close.setAttribute("aria-label", "Close");
      this.card.replaceChildren(close, ...entry.cloneNode(true).childNodes);
      this.card.className = `card ${entry.className}`;
      this.card.hidden = false;
    }

    /** Leaves the next or previous source alone, and goes to what it says first. */
    nextSource(by) {
      if (!this.sources.length) return;
      const on = this.sources.findIndex((box) => box.checked);
      const many = this.sources.length;
      const next = on < 0 ? (by > 0 ? 0 : many - 1) : (on + by + many) % many;
      this.sources.forEach((box, nth) => (box.checked = nth === next));
      this.filter();
      this.leave();
      this.step(1);
    }

    dispute() {
      this.sentences[this.at]?.node.querySelector("a.flag")?.click();
    }

    reset() {
      this.form.reset();
      this.unchoose();
    }

    unchoose() {
      this.leave();
      this.card.hidden = true;
    }
  }

  const folded = (text) => text.toLocaleLowerCase().replace(/\s+/g, " ");
  const counted = (many, thing) => `${many} ${thing}${many === 1 ? "" : "s"}`;

  /** Shows the searched words where they stand, without touching the page. */
  function highlight(query, sentences) {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (query.length < 2) return;
    const ranges = sentences.filter((each) => each.hit).flatMap((each) => rangesIn(each.words, query));
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  function rangesIn(element, query) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const pieces = [];
    let text = "";
    while (walker.nextNode()) {
      pieces.push([text.length, walker.currentNode]);
      text += walker.currentNode.data;
    }
    const lower = text.toLocaleLowerCase().replace(/\s/g, " ");
    if (lower.length !== text.length) return [];
    const place = (offset) => {
      const [start, node] = pieces.findLast(([start]) => start <= offset);
      return [node, offset - start];
    };
    const ranges = [];
    for (let at = lower.indexOf(query); at >= 0; at = lower.indexOf(query, at + query.length)) {
      const range = new Range();
      range.setStart(...place(at));
      range.setEnd(...place(at + query.length));
      ranges.push(range);
    }
    return ranges;
  }

  const all = [...document.querySelectorAll(".report")];
  const made = new Map();
  const shown = () => all.find((element) => !element.hidden);
  const report = () => {
    const element = shown();
    if (!element.querySelector(".tools")) return null;
    if (!made.has(element)) made.set(element, new Report(element));
    return made.get(element);
  };

  /** Shows the article that the address names, and chooses its sentence. */
  function follow() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const wanted = (target && target.closest(".report")) || all[0];
    const changed = wanted.hidden;
    all.forEach((element) => (element.hidden = element !== wanted));
    const chosen = report();
    if (target && target.matches(".sentence") && chosen) {
      chosen.choose(chosen.sentences.findIndex((each) => each.node === target), true);
    } else if (changed) scrollTo(0, 0);
  }

  const keys = {
    n: (it) => it.step(1),
    p: (it) => it.step(-1),
    j: (it) => it.step(1, true),
    k: (it) => it.step(-1, true),
    s: (it) => it.nextSource(1),
    S: (it) => it.nextSource(-1),
    d: (it) => it.dispute(),
    "/": (it) => it.form.elements.q.focus(),
    "?": () => help.showModal(),
  };
  const typing = (node) => node.matches("input[type=search], textarea, select");

  document.addEventListener("keydown", (event) => {
    const it = report();
    if (!it || event.ctrlKey || event.altKey || event.metaKey || help.open) return;
    if (event.key === "Escape") return it.reset();
    if (typing(event.target) || !keysOn.checked || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key](it);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest(".theme")) turn();
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) follow();
  });

  function turn() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = root.dataset.theme ?? (dark ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
  }

  addEventListener("beforeprint", () => {
    for (const details of shown().querySelectorAll("details:not([open]):not(.filters)")) {
      details.open = true;
      details.dataset.printed = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const details of document.querySelectorAll("[data-printed]")) {
      details.open = false;
      delete details.dataset.printed;
    }
  });
  addEventListener("hashchange", follow);
  for (const details of matchMedia("(max-width: 40rem)").matches ? document.querySelectorAll(".legend") : []) {
    details.open = false;
  }
  follow();
})();
