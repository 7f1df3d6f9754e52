// A cloud of words: the more people, the larger. The same words always stand in the same places, upright. It is a
// picture beside a list, never instead of one: its text for who does not see it is the list itself.
import cloud from "d3-cloud";
import { useEffect, useState } from "preact/hooks";
import { chanceOf } from "../chance";
import { hash } from "../meeting";
import "./cloud.css";

export interface CloudWord {
    id: string;
    text: string;
    value: number;
}

type Placed = CloudWord & { x: number; y: number; size: number; strength: Strength };

type Strength = 1 | 2 | 3; // the first is the strongest

const WIDTH = 960; // (the layout wants a multiple of 32)
const HEIGHT = 640;
const FAMILY = '"Source Serif 4 Variable"'; // (with its quotes: without them the digit makes it no name)
const WEIGHT = 560;
const LARGEST = 132;
const SMALLEST = 30;
const TRIES = [1, 0.84, 0.7, 0.58, 0.48, 0.4]; // smaller and smaller, until all have a place

export function Cloud({ words, label }: { words: readonly CloudWord[]; label: string }) {
    const placed = usePlaces(words);
    return (
        <svg class="cloud" viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
            {placed.map((word) => (
                <text key={word.id} class={`cloud-${word.strength}`} style={{ transform: `translate(${word.x}px, ${word.y}px)`, fontSize: `${word.size}px` }}>
                    {word.text}
                </text>
            ))}
        </svg>
    );
}

function usePlaces(words: readonly CloudWord[]): readonly Placed[] {
    const [placed, setPlaced] = useState<readonly Placed[]>([]);
    const subject = JSON.stringify(words);
    useEffect(() => {
        let isOver = false;
        const done = (places: readonly Placed[]) => !isOver && setPlaced(places);
        // (The layout measures the letters: before they are there it would measure others.)
        const ready = document.fonts?.load(`${WEIGHT} 40px ${FAMILY}`) ?? Promise.resolve();
        ready.catch(() => {}).then(() => !isOver && layOut(words, 0, done));
        return () => void (isOver = true);
    }, [subject]);
    return placed;
}

function layOut(words: readonly CloudWord[], attempt: number, done: (placed: readonly Placed[]) => void): void {
    const most = Math.max(1, ...words.map(({ value }) => value));
    const sizeOf = ({ value }: CloudWord) => Math.max(SMALLEST, LARGEST * Math.sqrt(value / most)) * TRIES[attempt]!;
    cloud<CloudWord & cloud.Word>()
        .size([WIDTH, HEIGHT])
        .words(words.map((word) => ({ ...word }))) // (it writes into them)
        .font(FAMILY)
        .fontWeight(WEIGHT)
        .fontSize(sizeOf)
        .padding(7)
        .rotate(0)
        .random(chanceOf(hash(words.map(({ id }) => id).join("\n"))))
        .timeInterval(12)
        .on("end", (found) => {
            if (found.length < words.length && attempt + 1 < TRIES.length) return layOut(words, attempt + 1, done);
            done(found.map(({ id, text, value, x, y, size }) => ({ id, text: text!, value, x: x!, y: y!, size: size!, strength: strengthOf(value / most) })));
        })
        .start();
}

// How strong a word's colour is. It says nothing that its size does not.
function strengthOf(share: number): Strength {
    return share > 0.66 ? 1 : share > 0.33 ? 2 : 3;
}
