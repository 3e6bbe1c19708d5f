import { createContext } from "react";

/** Is there a frame (header, navigation, main) around here already? */
export const Framed = createContext(false);
