// Where each lot of a genealogy stands: columns by generation, the traced lot's in the middle.

export const BOX = { width: 236, height: 74 };
export const GAP = { x: 104, y: 22 };
const EDGE = { side: 16, top: 40 };

/**
 * Gives each lot its generation: below 0 it is an ancestor of the traced lot, above 0 it was made of it.
 *
 * It is the longest way to the traced lot, so that every line leads to the right; the distance of a trace is the
 * shortest.
 */
export function generations(lots, links, traced) {
  const forward = reach(links, traced, "parent", "child");
  const backward = reach(links, traced, "child", "parent");
  return new Map(lots.map((lot) => [lot.lot_id, forward.get(lot.lot_id) ?? -(backward.get(lot.lot_id) ?? 0)]));
}

/** How far everything is that can be reached from a lot, the longest way. A genealogy has no circles. */
function reach(links, start, from, to) {
  const ways = Map.groupBy(links, (link) => link[from]);
  const order = [];
  const seen = new Set();
  visit(start);
  const far = new Map([[start, 0]]);
  for (const lot of order.reverse()) {
    for (const link of ways.get(lot) ?? []) {
      far.set(link[to], Math.max(far.get(link[to]) ?? 0, far.get(lot) + 1));
    }
  }
  return far;

  function visit(lot) {
    if (!seen.has(lot)) {
      seen.add(lot);
      (ways.get(lot) ?? []).forEach((link) => visit(link[to]));
      order.push(lot);
    }
  }
}

/** The places of the boxes and the size of the picture. */
export function layout(lots, links, traced) {
  const generation = generations(lots, links, traced);
  const columns = Map.groupBy(lots, (lot) => generation.get(lot.lot_id));
  const numbers = [...columns.keys()].sort((a, b) => a - b);
  const rows = ordered(columns, links, numbers);
  const tallest = Math.max(...[...columns.values()].map((column) => column.length));
  const height = tallest * (BOX.height + GAP.y) - GAP.y;
  const places = new Map();
  numbers.forEach((number, index) => {
    const column = rows.get(number);
    const top = EDGE.top + (height - (column.length * (BOX.height + GAP.y) - GAP.y)) / 2;
    column.forEach((lot, row) => {
      places.set(lot.lot_id, { x: left(index), y: top + row * (BOX.height + GAP.y) });
    });
  });
  const heads = numbers.map((number, index) => ({ number, x: left(index) + BOX.width / 2 }));
  return { places, heads, width: left(numbers.length) - GAP.x + EDGE.side, height: height + EDGE.top + EDGE.side };
}

function left(index) {
  return EDGE.side + index * (BOX.width + GAP.x);
}

/** Orders each column, from the traced lot outwards, by where its neighbours stand: fewer lines cross. */
function ordered(columns, links, numbers) {
  const rows = new Map();
  const row = new Map();
  const neighbours = Map.groupBy(
    links.flatMap(({ parent, child }) => [[parent, child], [child, parent]]),
    ([lot]) => lot,
  );
  for (const number of [...numbers].sort((a, b) => Math.abs(a) - Math.abs(b))) {
    const column = columns.get(number).map((lot) => ({ lot, at: middle(lot.lot_id) }));
    column.sort((a, b) => a.at - b.at || (a.lot.code < b.lot.code ? -1 : 1));
    column.forEach(({ lot }, index) => row.set(lot.lot_id, (index + 0.5) / column.length));
    rows.set(number, column.map(({ lot }) => lot));
  }
  return rows;

  function middle(lot) {
    const places = (neighbours.get(lot) ?? []).map(([, other]) => row.get(other)).filter((at) => at !== undefined);
    return places.length ? places.reduce((sum, at) => sum + at, 0) / places.length : 0.5;
  }
}
