/**
 * A door in its frame with a reader beside it. The style sheet moves `.bolt` out of `.strike` and swings `.leaf`; the
 * drawing says nothing that the words beside it do not, so it is hidden from screen readers.
 */
export function drawDoor(): string {
  return `<svg class="drawing" viewBox="0 0 240 250" aria-hidden="true" focusable="false">
<rect class="wall" width="240" height="250" rx="14"/>
<rect class="floor" y="222" width="240" height="28"/>
<rect class="frame" x="44" y="22" width="124" height="202" rx="4"/>
<rect class="room" x="52" y="30" width="108" height="194"/>
<path class="light" d="M52 224h108l26 26H34z"/>
<g class="leaf">
<rect class="panel" x="52" y="30" width="108" height="194" rx="2"/>
<rect class="glass" x="68" y="48" width="76" height="62" rx="4"/>
<rect class="inset" x="68" y="164" width="76" height="44" rx="4"/>
<rect class="case" x="126" y="122" width="28" height="34" rx="5"/>
<rect class="handle" x="120" y="129" width="26" height="6" rx="3"/>
<circle class="keyhole" cx="146" cy="147" r="3"/>
</g>
<rect class="strike" x="160" y="128" width="10" height="22" rx="2"/>
<rect class="bolt" x="142" y="134" width="24" height="10" rx="2"/>
<rect class="reader" x="186" y="108" width="32" height="52" rx="7"/>
<circle class="led" cx="202" cy="120" r="4"/>
<path class="waves" d="M195 142a10 10 0 0 1 14 0M198 147a6 6 0 0 1 8 0"/>
</svg>`;
}

export function drawPadlock(): string {
  return `<svg class="padlock" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
<path class="shackle" d="M8 11V8a4 4 0 0 1 8 0v3"/>
<rect x="5" y="11" width="14" height="10" rx="2.5"/>
</svg>`;
}
