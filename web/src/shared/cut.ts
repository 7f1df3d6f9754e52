// Which of a ballot's choices are chosen where it has a cut, as server/transcript/cut.c draws the line.

export type CutSide = "chosen" | "tied" | "out";

// By votes alone, since nothing else was asked. Those that stand on the line with as many votes as others that would not
// come in are tied: whoever leads decides. What nobody voted for is out. `cut` is at least 1.
export function cutSides(votes: readonly number[], cut: number): readonly CutSide[] {
    return votes.map((own) => {
        const above = votes.filter((other) => other > own).length;
        const level = votes.filter((other) => other === own).length;
        if (own === 0 || above >= cut) return "out";
        return above + level <= cut ? "chosen" : "tied";
    });
}
