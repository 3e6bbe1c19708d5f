import { useTexts } from "../language/context.ts";
import { Tag } from "./Tag.tsx";

type Role = "user" | "door_administrator" | "owner";

export function GrantRoleTag({ role }: { role: Role }) {
  const { roles } = useTexts().grants;
  return <Tag tone={role === "user" ? "plain" : "brand"}>{roles[role]}</Tag>;
}
