// Elements are made here and nowhere else: what people typed into the plant only ever becomes text.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element with attributes, and with texts or elements in it. */
export function html(name, attributes = {}, ...inside) {
  return filled(document.createElement(name), attributes, inside);
}

/** The same in SVG. */
export function svg(name, attributes = {}, ...inside) {
  return filled(document.createElementNS(SVG, name), attributes, inside);
}

function filled(element, attributes, inside) {
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  element.append(...inside);
  return element;
}
