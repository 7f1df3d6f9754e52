// The page of those who plan and lead.
import { render } from "preact";
import "./host.css";
import "./forms.css";
import { App } from "./app";
import { openHouse } from "./house";

render(<App />, document.getElementById("app")!);
void openHouse();
