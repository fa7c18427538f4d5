/** The box of every text-like control; 16 px on phones so that iOS does not zoom. */
export const controlStyles = [
  "w-full min-w-0 rounded-md border border-input bg-card px-2.5 text-foreground text-sm max-sm:text-lg",
  "transition-[border-color,box-shadow] duration-100 hover:border-muted-foreground",
  "focus-visible:border-ring focus-visible:outline-2 focus-visible:outline-ring focus-visible:-outline-offset-1",
  "data-invalid:border-danger data-invalid:outline-danger",
  "data-disabled:cursor-not-allowed data-disabled:bg-muted data-disabled:opacity-70",
  "disabled:cursor-not-allowed disabled:bg-muted disabled:opacity-70",
  "[&:is(input,textarea):read-only]:bg-muted",
].join(" ");

export const popupStyles = [
  "origin-(--transform-origin) rounded-lg bg-popover text-foreground shadow-lg outline-none",
  "transition-[scale,opacity] duration-100 ease-out",
  "data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0",
].join(" ");

export const optionStyles = [
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-sm outline-none",
  "data-highlighted:bg-accent data-disabled:opacity-50",
  "[&_svg:not([class*='size-'])]:size-4 [&_svg]:shrink-0",
].join(" ");
