const locatives = ["da", "de", "de", "te", "te", "te", "da", "de", "de", "da"];
const locativesOfTens = ["da", "da", "de", "da", "ta", "de"];
const datives = ["e", "e", "ye", "e", "e", "e", "ya", "ye", "e", "a"];
const dativesOfTens = ["e", "a", "ye", "a", "a", "ye", "a", "e", "e", "a"];

/** What "at" is after a time of day, as its last number is said: 10:00'da, 08:00'de, 15:00'te, 07:40'ta. */
export function locativeOfTime(time: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return endingOf(minutes === 0 ? hours : minutes, locatives, locativesOfTens);
}

/** What "until" is after a year, as its last number is said: 2026'ya, 2027'ye, 2029'a. */
export const dativeOfYear = (date: string): string =>
  endingOf(Number(date.slice(0, 4)) % 100, datives, dativesOfTens);

function endingOf(number: number, ofOnes: readonly string[], ofTens: readonly string[]): string {
  const ones = number % 10;
  const endings = ones === 0 ? ofTens : ofOnes;
  return endings[ones === 0 ? Math.floor(number / 10) : ones] ?? "";
}
