// The templates that come with the program, fetched when one is about to be chosen.
import empty from "../../../schema/templates/empty.json";
import both from "../../../schema/templates/inspiration-day-both.json";
import elected from "../../../schema/templates/inspiration-day-elected.json";
import managers from "../../../schema/templates/inspiration-day-managers.json";
import lpu from "../../../schema/templates/lpu.json";
import residents from "../../../schema/templates/residents-dialogue.json";
import retrospective from "../../../schema/templates/retrospective.json";
import steering from "../../../schema/templates/steering-group.json";
import { templateOfFile, type Template, type TemplateFile } from "../shared/template";

const files = { lpu, managers, elected, both, steering, residents, retrospective, empty };

// In the order in which they are offered.
export const shipped: { id: string; template: Template }[] = Object.entries(files).map(([id, file]) => ({
    id,
    template: templateOfFile(file as TemplateFile),
}));
