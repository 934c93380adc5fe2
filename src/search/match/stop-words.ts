/** Function words of English: queries are not searched for them and texts not indexed by them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the of to in on at by for from with and or as is are was were be been being it its itself " +
    "my our your his her their i we you he she they this that these those how do does did done doing " +
    "what when where why who which whether can could should would will shall may might must there " +
    "here into onto so if then than some any each either me mine us him them too also just only even " +
    "again still yet now ever very such s t don doesn didn isn wasn won wont cant cannot dont doesnt " +
    "didnt isnt arent wasnt am has have having had able about above actually although always another " +
    "anyone because both but despite during else everything however im ive instead let lets like " +
    "maybe much nor please really quite rather seem seems since somehow something sometimes though " +
    "through together tries tried try trying upon via want wants way while without properly suddenly " +
    "getting gets got needs need says keeps makes goes comes all no not vs versus between difference differences every"
  ).split(" "),
);
