// A cloud of words: the more people, the larger. The same words always stand in the same places, upright. It is a
// picture beside a list, never instead of one: its text for who does not see it is the list itself.
import cloud from "d3-cloud";
import { useEffect, useRef, useState } from "preact/hooks";
import { chanceOf } from "../chance";
import "./cloud.css";

export interface CloudWord {
    id: string;
    text: string;
    value: number;
}

type Placed = CloudWord & { x: number; y: number; size: number; strength: Strength };

interface Picture {
    placed: readonly Placed[];
    // What of the board is taken, as a viewBox: the picture fills its place however few the words are.
    box: string;
}

const REST = 8_000; // at least so long between two pictures: while people write, words must not dance
const SEED = 7;

type Strength = 1 | 2 | 3; // the first is the strongest

const WIDTH = 960; // (the layout wants a multiple of 32)
const HEIGHT = 640;
const FAMILY = '"Source Serif 4 Variable"'; // (with its quotes: without them the digit makes it no name)
const WEIGHT = 560;
const LARGEST = [150, 132, 116, 102, 90]; // smaller and smaller, until all have a place; what then has none is left to the list
const CONTRAST = 0.7; // below 1, or a word of half as many people would look like a quarter
const SMALLEST = 34; // never smaller: a word that cannot be read is better left to the list

export function Cloud({ words, label }: { words: readonly CloudWord[]; label: string }) {
    const { placed, box } = usePicture(words);
    return (
        <svg class="cloud" viewBox={box} role="img" aria-label={label}>
            {placed.map((word) => (
                <text key={word.id} class={`cloud-${word.strength}`} style={{ transform: `translate(${word.x}px, ${word.y}px)`, fontSize: `${word.size}px` }}>
                    {word.text}
                </text>
            ))}
        </svg>
    );
}

function usePicture(words: readonly CloudWord[]): Picture {
    const [picture, setPicture] = useState<Picture>({ placed: [], box: `0 0 ${WIDTH} ${HEIGHT}` });
    const laidOut = useRef(0);
    const subject = JSON.stringify(words);
    useEffect(() => {
        let isOver = false;
        const done = (next: Picture) => {
            if (isOver) return;
            laidOut.current = Date.now();
            setPicture(next);
        };
        const begin = () => {
            // (The layout measures the letters: before they are there it would measure others.)
            const ready = document.fonts?.load(`${WEIGHT} 40px ${FAMILY}`) ?? Promise.resolve();
            ready.catch(() => {}).then(() => !isOver && layOut(words, 0, done));
        };
        const timer = setTimeout(begin, Math.max(0, laidOut.current + REST - Date.now()));
        return () => {
            isOver = true;
            clearTimeout(timer);
        };
    }, [subject]);
    return picture;
}

function layOut(words: readonly CloudWord[], attempt: number, done: (picture: Picture) => void): void {
    const most = Math.max(1, ...words.map(({ value }) => value));
    const sizeOf = ({ value }: CloudWord) => Math.max(SMALLEST, LARGEST[attempt]! * (value / most) ** CONTRAST);
    cloud<CloudWord & cloud.Word>()
        .size([WIDTH, HEIGHT])
        .words(words.map((word) => ({ ...word }))) // (it writes into them)
        .font(FAMILY)
        .fontWeight(WEIGHT)
        .fontSize(sizeOf)
        .padding(7)
        .rotate(0)
        .random(chanceOf(SEED))
        .timeInterval(12)
        .on("end", (found, bounds) => {
            if (found.length < words.length && attempt + 1 < LARGEST.length) return layOut(words, attempt + 1, done);
            const placed = found.map(({ id, text, value, x, y, size }) => ({ id, text: text!, value, x: x!, y: y!, size: size!, strength: strengthOf(value / most) }));
            done({ placed, box: boxOf(bounds) });
        })
        .start();
}

// (The layout counts from a corner, and its words from the middle.)
function boxOf(bounds: readonly { x: number; y: number }[] | undefined): string {
    const [from, to] = bounds ?? [];
    if (!from || !to) return `0 0 ${WIDTH} ${HEIGHT}`;
    return [from.x - WIDTH / 2, from.y - HEIGHT / 2, Math.max(1, to.x - from.x), Math.max(1, to.y - from.y)].join(" ");
}

// How strong a word's colour is. It says nothing that its size does not.
function strengthOf(share: number): Strength {
    return share > 0.66 ? 1 : share > 0.33 ? 2 : 3;
}
