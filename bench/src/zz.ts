import { bareKernel } from "./decision/bare-kernel.ts";
import { edgeDecision } from "./decision/edge.ts";
import { populate } from "./decision/population.ts";
import { askAbout } from "./decision/questions.ts";
import { measure, quantile } from "./measure.ts";
import { compile, quarterOf } from "@terskel/edge-decision";
const population = populate({ persons: 100_000, doors: 5000, groups: 500, effectiveGrants: 1_000_000 });
const q = askAbout(population, 10000); const {person,door,atMs}=q;
const c=compile(population,population.schedules);
const I=(a:any)=>Int32Array.from(a);
const L={ps:I(c.personStart),pv:I(c.personSubjects),ds:I(c.doorStart),gs:I(c.grantSubjects),gt:I(c.grantTerms),sch:I(c.terms.schedules),val:c.terms.validityMs,weeks:I(c.weeks),f:new Int32Array(0),shift:0};
// filter
const bits=22; L.shift=32-bits; L.f=new Int32Array(2**bits/32);
for(let d=0;d<population.doors.length;d++) for(let g=L.ds[d]!;g<L.ds[d+1]!;g++){ const h=(Math.imul(Math.imul(L.gs[g]!,0x9e3779b1)^d,0x85ebca6b))>>>L.shift; L.f[h>>>5]=L.f[h>>>5]!|(1<<(h&31)); }
type T=typeof L;
const R=[{allowed:true},{allowed:false},{allowed:false},{allowed:false}];
const mk=(name:string,body:string)=>{ const f=new Function("R","quarterOf",`
function holds(L,n,at){ if(!(at>=L.val[n<<1])) return R[1]; if(!(at<L.val[(n<<1)+1|0])) return R[2]; const s=L.sch[n]|0; if(s===0) return R[0]; const q=quarterOf(at); return (L.weeks[(Math.imul(s,21)+(q>>>5))|0]>>>(q&31))&1?R[0]:R[3]; }
function find(gs,lo,hi,w){ while((hi-lo|0)>8){ const m=(lo+hi|0)>>>1; if((gs[m]|0)<w) lo=m+1|0; else hi=m; } while(lo<hi&&(gs[lo]|0)<w) lo=lo+1|0; return lo; }
function findbl(gs,lo,hi,w){ let n=hi-lo|0; while(n>1){ const h=n>>>1; lo = lo + (h & (((gs[lo+h-1|0]|0)-w)>>31)) | 0; n=n-h|0; } if(lo<hi&&(gs[lo]|0)<w) lo=lo+1|0; return lo; }
${body}
return f;`)(R,quarterOf); return {name,questions:10000,answer:(i:number)=>f(L,person[i],door[i],atMs[i]).allowed,run:new Function("f","L","person","door","atMs","return (from,to)=>{let a=0; for(let i=from;i<to;i++) if(f(L,person[i],door[i],atMs[i]).allowed) a++; return a;}")(f,L,person,door,atMs)}; };
const merge=mk("int merge",`function f(L,p,d,at){ const pv=L.pv, gs=L.gs; let i=L.ps[p]|0, ie=L.ps[p+1|0]|0, g=L.ds[d]|0, ge=L.ds[d+1|0]|0, best=R[1]; while(i<ie&&g<ge){ const w=pv[i]|0, x=gs[g]|0; if(x<w) g=find(gs,g+1|0,ge,w); else if(x>w) i=i+1|0; else { const v=holds(L,L.gt[g]|0,at); if(v===R[0]) return v; best=v; g=g+1|0; } } return best; }`);
const filt=(fn:string)=>mk("int filter "+fn,`function f(L,p,d,at){ const pv=L.pv, gs=L.gs, fl=L.f, sh=L.shift|0; let i=L.ps[p]|0, ie=L.ps[p+1|0]|0, best=R[1]; for(;i<ie;i=i+1|0){ const w=pv[i]|0; const h=Math.imul(Math.imul(w,0x9e3779b1)^d,0x85ebca6b)>>>sh; if(((fl[h>>>5]>>>(h&31))&1)===0) continue; const ge=L.ds[d+1|0]|0; let g=${fn}(gs,L.ds[d]|0,ge,w); for(;g<ge&&(gs[g]|0)===w;g=g+1|0){ const v=holds(L,L.gt[g]|0,at); if(v===R[0]) return v; best=v; } } return best; }`);
const all=[bareKernel(population,q), edgeDecision("edge/decision",population,q), merge, filt("find"), filt("findbl")];
console.log(all.map(a=>a.run(0,10000)).join());
const m = await measure(all);
const b=m.get("bare kernel")!;
for (const [n,s] of m) console.log(n.padEnd(20), "× bare p10/50/90", [0.1,0.5,0.9].map(x=>quantile(s.rounds.map((r,i)=>r/b.rounds[i]!),x).toFixed(2)).join(" "), "rate p50 / p90 / max", [0.5,0.9,1].map(x=>Math.round(quantile(s.rounds,x))).join(" "));
