import "./site.css";
import { followArrowKeys } from "./keys";
import { offerLargerPrint, recallPrint } from "./print";
import { lightTogether } from "./zones";

// The size of print is set before the page is drawn, so that it does not jump.
recallPrint();

document.addEventListener("DOMContentLoaded", () => {
  offerLargerPrint();
  lightTogether();
  followArrowKeys();
});
