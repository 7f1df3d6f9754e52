// What is asked about a diary when it is planned: who is seen to have written; and once it is there, when it is open.
import type { Authorship } from "../../generated/types";
import { hashOf } from "../../shared/host_route";
import { Choice } from "../choice";
import type { PartProps } from "../round_form";
import { say as sayAgenda } from "../texts/agenda";
import { say } from "./texts/diary";
import { Times } from "./times";
import "./diary.css";

const authorships: readonly Authorship[] = ["linked", "anonymous", "named"];

export function DiaryPart({ live, round, fixed, form: { values, change } }: PartProps) {
    const isFixed = fixed.has("authorship");
    const options = authorships.map((value) => ({
        value,
        label: sayAgenda(`authorship_${value}`),
        hint: say(`authorship_${value as "linked" | "anonymous" | "named"}_hint`),
    }));
    return (
        <>
            <Choice
                legend={say("authorship")}
                value={values.authorship}
                options={options}
                isFixed={isFixed}
                hint={isFixed ? sayAgenda("fixed") : undefined}
                change={(authorship) => change({ authorship, scope: "" })}
            />
            {round ? (
                <div class="diary-desk">
                    <Times live={live} round={round} />
                    <p>
                        <a class="button" href={hashOf({ screen: "process", process: live.process!.id, tab: "diary", list: round.id })}>
                            {say("read")}
                        </a>
                    </p>
                </div>
            ) : (
                <p class="meta">{say("save_first")}</p>
            )}
        </>
    );
}
