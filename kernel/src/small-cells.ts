/** Of fewer people than this no figure is shown: so few could be told apart from one another. */
export const fewest = 5;
