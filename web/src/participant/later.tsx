// The parts of the page that come when they are first asked for.
import { lazily } from "./lazily";

export const BallotScreen = lazily(() => import("./ballot").then((part) => part.BallotScreen));
export const BigScreen = lazily(() => import("./big_screen").then((part) => part.BigScreen));
export const EndScreen = lazily(() => import("./end").then((part) => part.EndScreen));
export const Me = lazily(() => import("./me").then((part) => part.Me));
export const MyAnswers = lazily(() => import("./mine").then((part) => part.MyAnswers));
export const ResearchInfo = lazily(() => import("./research").then((part) => part.ResearchInfo));
export const Between = lazily(() => import("./between").then((part) => part.Between));
export const InformationScreen = lazily(() => import("./information").then((part) => part.InformationScreen));
export const ReturnLink = lazily(() => import("./return_link").then((part) => part.ReturnLink));
export const MyGroup = lazily(() => import("./my_group").then((part) => part.MyGroup));
export const SaidLine = lazily(() => import("./said_line").then((part) => part.SaidLine), "over");
export const MovedLine = lazily(() => import("./moved").then((part) => part.MovedLine));
export const SharedPhone = lazily(() => import("./shared_phone").then((part) => part.SharedPhone));
export const BetweenScreen = lazily(() => import("./between").then((part) => part.BetweenScreen));
export const Calendar = lazily(() => import("../shared/view/calendar").then((part) => part.Calendar));
export const DiaryScreen = lazily(() => import("./diary").then((part) => part.DiaryScreen));
export const DiaryNews = lazily(() => import("./diary_news").then((part) => part.DiaryNews));
export const ItemMore = lazily(() => import("./item_more").then((part) => part.ItemMore));
export const Around = lazily(() => import("./item_more").then((part) => part.Around));
export const PictureScreen = lazily(() => import("./pictures").then((part) => part.PictureScreen));
export const Programme = lazily(() => import("./programme").then((part) => part.Programme));
export const ScaleScreen = lazily(() => import("./scale").then((part) => part.ScaleScreen));
export const SupportedNotes = lazily(() => import("./supports").then((part) => part.SupportedNotes));
export const SortingOffers = lazily(() => import("./themes").then((part) => part.SortingOffers));
export const ThemesScreen = lazily(() => import("./themes").then((part) => part.ThemesScreen));
export const WordsScreen = lazily(() => import("./words").then((part) => part.WordsScreen));
