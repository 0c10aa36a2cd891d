// Small help on top of pages that work without it: quick exit, copying, keeping one's place, and recent
// questions for readers who ask for them. No request leaves for anywhere but this site.
"use strict";
document.documentElement.classList.add("scripted");

// Quick exit: this page's entry in the history becomes the front page, then the neutral page takes its place.
const exit = document.querySelector("[data-exit]");
function leave() {
  history.replaceState(null, "", "/");
  location.replace(exit.href);
}
if (exit) {
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    const inBox = document.querySelector(":popover-open") || event.target.closest("input, textarea, select");
    if (event.key === "Escape" && !inBox) leave();
  });
}

// The section that is being read stays when the words change to those of another audience.
for (const link of document.querySelectorAll("[data-keep-place]")) {
  link.addEventListener("click", () => {
    let place = "";
    for (const part of document.querySelectorAll("article [id]")) {
      if (part.matches("section, .card") && part.getBoundingClientRect().top < innerHeight / 3) place = part.id;
    }
    if (place && scrollY > 200) link.hash = place;
  });
}

const said = document.querySelector("[data-said]");
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    try {
      const response = await fetch(button.dataset.copy);
      if (!response.ok) throw new Error(String(response.status));
      await navigator.clipboard.writeText(await response.text());
      said.textContent = "Copied.";
    } catch {
      said.textContent = "Copying did not work here; use the downloads below.";
    }
  });
}
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());

// The progress of files that are being added.
for (const place of document.querySelectorAll("[data-progress]")) {
  const events = new EventSource(place.dataset.progress);
  events.addEventListener("progress", (event) => {
    place.textContent = JSON.parse(event.data).text;
  });
  events.addEventListener("done", () => {
    events.close();
    location.reload();
  });
}

// What is folded away is printed too.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
});

// Recent questions, on this device and only after the reader has switched them on.
const store = {
  get(name) {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(value));
    } catch {
      // Storage is switched off: then nothing is kept.
    }
  },
};
for (const form of document.querySelectorAll("[data-ask]")) {
  form.addEventListener("submit", () => {
    if (!store.get("keep")) return;
    const question = form.querySelector("#question").value.trim();
    const audience = new FormData(form).get("for");
    const others = (store.get("recent") || []).filter((kept) => kept.question !== question);
    if (question) store.set("recent", [{ question, audience }, ...others].slice(0, 10));
  });
}
const recent = document.getElementById("recent");
if (recent) {
  const list = recent.querySelector("[data-recent-list]");
  const button = recent.querySelector("[data-recent-switch]");
  const state = recent.querySelector("[data-recent-state]");
  const show = () => {
    const keeping = Boolean(store.get("keep"));
    list.replaceChildren();
    for (const { question, audience } of keeping ? store.get("recent") || [] : []) {
      const link = document.createElement("a");
      link.href = "/answer?" + new URLSearchParams({ q: question, for: audience || "clinician" });
      link.textContent = question;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    state.textContent = keeping
      ? list.childElementCount ? "Kept in this browser only." : "What you ask from now on is kept in this browser only."
      : "Not kept. You can keep them in this browser, for you alone.";
    button.textContent = keeping ? "Forget them and stop keeping" : "Keep my questions in this browser";
  };
  button.addEventListener("click", () => {
    const keeping = Boolean(store.get("keep"));
    store.set("keep", keeping ? null : true);
    if (keeping) store.set("recent", null);
    show();
  });
  recent.hidden = false;
  show();
}
