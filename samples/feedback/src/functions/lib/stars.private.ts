export type Stars = 1 | 2 | 3 | 4 | 5;

/** The number that a text begins with; null where it is none from 1 to 5. */
export const readStars = (text: string): Stars | null => {
  const stars = Number.parseInt(text.trim(), 10);
  return stars >= 1 && stars <= 5 ? (stars as Stars) : null;
};
