import { Link, useParams } from "@tanstack/react-router";
import { useManaged } from "#managed.ts";
import { useSections } from "./sections.ts";
import styles from "./Shell.module.css";

/** On a desktop, the parts of Manage below their heading while one is there. */
export function ManageLinks() {
  const { organisation } = useParams({ strict: false });
  const { managed } = useManaged();
  const here = managed.find(({ membership }) => membership.organisation.id === organisation);
  const sections = useSections(here);
  if (!here || !organisation) return null;
  return (
    <div className={styles.sections}>
      {sections.map(({ key, label }) => (
        <Link
          key={key}
          to={`/manage/$organisation/${key}`}
          params={{ organisation }}
          className={styles.section}
        >
          {label}
        </Link>
      ))}
    </div>
  );
}
