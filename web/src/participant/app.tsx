// Which of the page's faces is seen: loading, the way in, or the meeting.
import { Component, type ComponentChildren } from "preact";
import { say as sayShared } from "../shared/view/texts/shared";
import { current, isReady, joining, leftElsewhere } from "./device";
import { Door } from "./door";
import { Enter, invitedCode } from "./enter";
import { JoiningScreen } from "./joining_screen";
import { SharedPhone } from "./later";
import { LeftScreen } from "./left_screen";
import { Meeting } from "./meeting_screen";
import { route } from "./route";
import { say } from "./texts/shell";

export function App() {
    return (
        <Guard>
            <Face />
        </Guard>
    );
}

function Face() {
    if (!isReady.value)
        return (
            <main class="page" tabIndex={-1}>
                <p class="meta">{sayShared("loading")}</p>
            </main>
        );
    if (joining.value) return <JoiningScreen joining={joining.value} />;
    if (leftElsewhere.value) return <LeftScreen meeting={leftElsewhere.value} />;
    const here = current.value;
    if (!here && route.value.page === "phone")
        return (
            <Door>
                <SharedPhone />
            </Door>
        );
    if (!here || invitedCode.value !== undefined || route.value.page === "meetings") return <Enter />;
    return <Meeting key={here.meeting.session} live={here.live} meeting={here.meeting} />;
}

// What fails while it is drawn says so, instead of leaving a white page. Nothing that was written is lost by it.
class Guard extends Component<{ children: ComponentChildren }, { failed: boolean }> {
    override state = { failed: false };

    override componentDidCatch(error: unknown): void {
        console.error(error);
        this.setState({ failed: true });
    }

    override render() {
        if (!this.state.failed) return this.props.children;
        return (
            <main class="page" tabIndex={-1}>
                <h1>{say("something_wrong")}</h1>
                <button type="button" class="primary" onClick={() => location.reload()}>
                    {say("reload")}
                </button>
            </main>
        );
    }
}
