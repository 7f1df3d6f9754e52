import { render } from "preact";
import { say } from "../shared/view/texts/shared";

render(<p>{say("loading")}</p>, document.getElementById("app")!);
