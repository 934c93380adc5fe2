/** Words that queries are not searched for and texts not indexed by. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the of to in on at by for from with and or as is are was were be been it its my our your " +
    "i we you he she they this that these those how do does did what when why who which can could " +
    "should would will there into so if then than some any me mine us them too also just only again " +
    "still yet now very s t don doesn didn isn wasn won wont cant dont doesnt isnt didnt arent am has have had"
  ).split(" "),
);
