import { randomUUID } from "node:crypto";
import * as desk from "@terskel/support/api/desk";
import * as mine from "@terskel/support/api/mine";
import { administratorSession, memberSession } from "./sessions.ts";
import type { Caller } from "./sessions.ts";

type Who = { organisation: string; kari: string; per: string; ingrid: string };

/** A case that waits for the board, one that is answered, and one that is over. */
export async function seedCases(call: Caller, { organisation, ...who }: Who): Promise<void> {
  const board = administratorSession(organisation, who.ingrid);
  const ask = async (member: string, subject: string, body: string) => {
    const id = randomUUID();
    await call(mine.ask, memberSession(organisation, member), {
      params: { organisation },
      body: { id, message: randomUUID(), subject, body },
    });
    return { organisation, case: id };
  };
  const answer = async (params: { organisation: string; case: string }, body: string) =>
    await call(desk.answer, board, { params, body: { id: randomUUID(), body } });

  const log = await ask(
    who.kari,
    "Hvem kan se når jeg går ut og inn?",
    "Jeg så at dørene fører logg. Er det bare jeg som ser mine passeringer, eller ser naboene dem også?",
  );
  await answer(
    log,
    "Du ser dine egne. Ellers ser bare styret og vaktmesteren loggen, og den slettes av seg selv. Hvor lenge den lagres, står ved hver dør på Min profil.",
  );
  await call(mine.closeMine, memberSession(organisation, who.kari), { params: log });
  const fob = await ask(
    who.kari,
    "Nøkkelkortet virker ikke i Oppgang A",
    "Kortet lyser rødt når jeg holder det mot leseren. Det virket i går kveld. Telefonen åpner døren som før.",
  );
  await answer(
    fob,
    "Hei Kari! Vi har gitt deg et nytt kort, det ligger i postkassen din. Si fra om det ikke virker, så ser vi på leseren.",
  );
  await ask(
    who.per,
    "Sentralen i kjelleren mistet nettet i natt",
    "Den var borte fra klokken 02.10 til 02.25. Dørene åpnet som de skulle så lenge. Er det noe jeg bør sjekke?",
  );
}
