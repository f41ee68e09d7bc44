// --- making elements: texts become text nodes, never markup ---

// The page takes its shape before anything is measured in it, so that it is laid out once.
document.documentElement.classList.add("scripted");
document.querySelectorAll(".sheet ~ .sheet").forEach((sheet) => { sheet.hidden = true; });

const SVG = "http://www.w3.org/2000/svg";
const data = JSON.parse(document.getElementById("argmap-data").textContent);

const byId = (id) => document.getElementById(id);

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** Make an HTML element; properties that start with "on" are listeners, the rest are attributes. */
function el(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/** Make an SVG element. */
function svgEl(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function button(text, onclick, properties = {}) {
  return el("button", { type: "button", onclick, ...properties }, text);
}

/** A text of the map: in its own language, and in the direction that its letters have. */
function said(text, tag = "span") {
  return el(tag, { lang: document.documentElement.lang, dir: "auto" }, text);
}

/** A link that leaves the page; the page never makes one of anything but http and https addresses. */
function outward(text, address) {
  const properties = { href: address, target: "_blank", rel: "noopener noreferrer" };
  return /^https?:\/\//i.test(address) ? el("a", properties, text) : el("span", {}, text);
}

/** Tell something to those who cannot see it. */
function announce(text) {
  byId("status").textContent = text;
}

function plural(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

function shorten(text, most) {
  // No half of a letter of two units stays.
  return text.length > most ? `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "").trimEnd()}…` : text;
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
