import { writeFileSync } from "node:fs";
import { doorway, ground, type Shape } from "../src/theme/mark.ts";
import { png } from "./raster.ts";

// Run after changing mark.ts: node apps/portal/icons/main.ts
const folder = new URL("../public/icons/", import.meta.url);
const whole = [ground, ...doorway];
/** A system cuts a maskable icon to its own shape: ground to the edges, nothing outside the middle. */
const square: Shape = { fill: ground.fill, rect: [0, 0, 64, 64, 0] };

writeFileSync(new URL("terskel.svg", folder), svg(whole));
writeFileSync(new URL("terskel-192.png", folder), png(whole, 192));
writeFileSync(new URL("terskel-512.png", folder), png(whole, 512));
writeFileSync(new URL("terskel-180.png", folder), png([square, ...doorway], 180));
writeFileSync(new URL("terskel-maskable-512.png", folder), png([square, ...doorway], 512));

function svg(shapes: readonly Shape[]): string {
  const drawn = shapes.map(({ fill, rect, points = [] }) => {
    if (!rect) return `<path fill="${fill}" d="M${points.map((p) => p.join(" ")).join("L")}z"/>`;
    const [x, y, width, height, radius] = rect;
    return `<rect fill="${fill}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${drawn.join("")}</svg>\n`;
}
