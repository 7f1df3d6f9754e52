// The page of researchers: what there is to read, and taking it home.
import { render } from "preact";
import "../host/host.css";
import "../host/forms.css";
import { openHouse } from "../host/house";
import { App } from "./app";

render(<App />, document.getElementById("app")!);
void openHouse();
