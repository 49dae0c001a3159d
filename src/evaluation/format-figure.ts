/** "83.4": a share in percent; areas under a curve, Brier scores and ranks as ".834". */
export function formatFigure(name: string, value: number): string {
  if (/^(?:auroc|brier|aurc|passage\.mrr)/.test(name)) return value.toFixed(3).replace(/^(-?)0\./, "$1.");
  return (100 * value).toFixed(1);
}

/** "+1.2 [−0.3, 2.7]". */
export function formatDifference(
  name: string,
  { difference, low, high }: { readonly difference: number; readonly low: number; readonly high: number },
): string {
  const sign = difference > 0 ? "+" : "";
  return minus(
    `${sign}${formatFigure(name, difference)} [${formatFigure(name, low)}, ${formatFigure(name, high)}]`,
  );
}

/** A hyphen before a figure is a minus. */
function minus(text: string): string {
  return text.replace(/-(?=[\d.])/g, "−");
}
