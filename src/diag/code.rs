//! The codes of diagnostics: one for each thing that can be said.
//!
//! A code is an id of `locales/` and what a script can hold on to. It knows whether it concerns one
//! document only or all of a run.

use super::codes::codes;

codes! {
    // Files and folders.
    /// A file that must be there is not.
    FileNotFound = "file-not-found",
    /// The system does not let a file or folder be read.
    Unreadable = "unreadable",
    /// A folder, a device or a pipe stands where a file should.
    NotAFile = "not-a-file",
    /// A link that leads out of the workspace.
    OutsideWorkspace = "outside-workspace",
    /// Folders within folders that are not searched any deeper.
    FolderTooDeep = "folder-too-deep",
    /// Files that nobody reads.
    NotRead = "not-read",
    /// A document where the program puts files of its own.
    ReservedPlace = "reserved-place",
    /// A file is larger than any data of this kind.
    TooLarge = "too-large",
    /// A file is not UTF-8.
    NotUtf8 = "not-utf8",
    /// Two files would become one document (`plan.yaml`, `plan.yml`).
    SameOutput = "same-output",
    /// No document lies in the folder of a year.
    NoSuchYear = "no-such-year",
    /// A year has no plan.
    NoPlanOfYear = "no-plan-of-year",
    /// Nothing lies where a path points.
    NoSuchDocument = "no-such-document",
    /// Something lies where a path points, and it is no document.
    NotADocument = "not-a-document",

    // The form of YAML.
    /// The text is no YAML.
    Yaml = "yaml",
    /// A file without content.
    EmptyFile = "empty-file",
    /// More than one YAML document in a file.
    SeveralDocuments = "several-documents",
    /// An anchor or alias; most often a text that begins with `*` or `&`.
    Anchor = "anchor",
    /// A YAML tag.
    Tag = "tag",
    /// Nested too deep.
    TooDeep = "too-deep",
    /// More values than any data of this kind.
    TooMuch = "too-much",

    // Keys and values.
    /// A key that is not known here.
    UnknownKey = "unknown-key",
    /// A form defines a key that all papers have in common.
    KeyIsCommon = "key-is-common",
    /// A type of document that Appendix III does not have, without an abbreviation of its own.
    UnknownType = "unknown-type",
    /// A question about a place that the document does not have.
    QuestionNowhere = "question-nowhere",
    /// A definition drops or retypes a key from which something is computed.
    ComputedKey = "computed-key",
    /// A definition of a kind that computes has another layout, or is rolled otherwise.
    ComputedForm = "computed-form",
    /// A definition adds a key that has the name of something computed.
    KeyIsComputed = "key-is-computed",
    /// A definition demands what a roll empties.
    RequiredAndEmptied = "required-and-emptied",
    /// A type or an abbreviation where the layout prints none.
    LayoutLacks = "layout-lacks",
    /// A word that stands twice in a list of words.
    DuplicateWord = "duplicate-word",
    /// A definition whose file is not named by an id.
    FormName = "form-name",
    /// A definition with the name of a template that is part of others.
    FormNameTaken = "form-name-taken",
    /// Something in a paper that is none of the words of `nd30.typ`.
    NoWord = "no-word",
    /// A template that sets no page, and so gives the file no title and no date.
    NoPage = "no-page",
    /// A definition without a template.
    FormWithoutTemplate = "form-without-template",
    /// A key given twice.
    DuplicateKey = "duplicate-key",
    /// A key that must be given is not.
    MissingKey = "missing-key",
    /// A key without its value.
    EmptyValue = "empty-value",
    /// A text of spaces only.
    EmptyText = "empty-text",
    /// A list without items.
    EmptyList = "empty-list",
    /// A list, map or text where another is expected.
    WrongType = "wrong-type",
    /// A text with ": " in it, which YAML takes for a key and a value.
    TextAsMap = "text-as-map",
    /// A value in another form than expected.
    InvalidValue = "invalid-value",
    /// A word that is not one of those allowed.
    UnknownWord = "unknown-word",
    /// A kind of document that does not exist.
    UnknownKind = "unknown-kind",
    /// A measure outside the decree's range.
    OutOfRange = "out-of-range",
    /// A number outside the range of a setting.
    NotInRange = "not-in-range",
    /// A measure that is none of those that the decree allows.
    NotAllowed = "not-allowed",
    /// A day that the calendar does not have.
    ImpossibleDate = "impossible-date",
    /// A character that prints nothing and hides in words.
    InvisibleCharacter = "invisible-character",
    /// A word that no line of a title or name can hold.
    LongWord = "long-word",
    /// A character that the fonts lack.
    UnprintableCharacter = "unprintable-character",

    /// Texts in an encoding of the past.
    OldLetters = "old-letters",
    /// A text longer than any paper has.
    TextTooLong = "text-too-long",
    /// A letter with more marks than any script has.
    TooManyMarks = "too-many-marks",
    /// More mistakes in a file than anybody reads at once.
    TooManyMistakes = "too-many-mistakes",

    // What papers say.
    /// Two things with one id.
    DuplicateId = "duplicate-id",
    /// No agency has this id.
    UnknownAgency = "unknown-agency",
    /// No cluster has this id.
    UnknownCluster = "unknown-cluster",
    /// Agencies that succeed each other in a circle.
    SuccessorsCircle = "successors-circle",
    /// A paper of a collective whose issuer is none.
    NoCollective = "no-collective",
    /// A unit's task follows a task that the plan does not have.
    UnknownFollows = "unknown-follows",
    /// A unit's task is due in another quarter than the plan's.
    OtherQuarter = "other-quarter",
    /// A task is due in another year than that of its plan.
    DueInOtherYear = "due-in-other-year",
    /// A task stands under one quarter and is due in another.
    DueInOtherQuarter = "due-in-other-quarter",
    /// The words of a task name another deadline than its entry.
    DueToldOtherwise = "due-told-otherwise",
    /// Tasks of the plan that no unit takes up.
    TasksNotTakenUp = "tasks-not-taken-up",
    /// A unit's plan in a year that has no plan.
    NoPlanToFollow = "no-plan-to-follow",
    /// An overview of plans of which some have errors.
    UnitPlansBroken = "unit-plans-broken",
    /// A second plan of a unit in a year.
    UnitPlanTwice = "unit-plan-twice",
    /// An issuer without letterhead.
    NoLetterhead = "no-letterhead",
    /// An agency that does not exist at the date of the paper.
    AgencyNotInOffice = "agency-not-in-office",
    /// A legal act that is not in force at the date of the paper.
    ActNotInForce = "act-not-in-force",
    /// No legal act has this id.
    UnknownAct = "unknown-act",
    /// The issuer has no signer of this id.
    UnknownSigner = "unknown-signer",
    /// The signer is not in office at the date of the paper.
    SignerNotInOffice = "signer-not-in-office",
    /// Several signers of one id can be in office at a date whose day is blank.
    SignerAmbiguous = "signer-ambiguous",
    /// The signer's name is not known.
    SignerWithoutName = "signer-without-name",
    /// Two signers of one id are in office at the same time.
    SignersOverlap = "signers-overlap",
    /// A period that ends before it begins.
    PeriodReversed = "period-reversed",
    /// A file written in a way that cannot be rewritten for another year.
    CannotRewrite = "cannot-rewrite",
    /// A plan of which every task was to be done once.
    NoTaskLeft = "no-task-left",
    /// A report on several years that gives them and a directive's day.
    YearsAndSince = "years-and-since",
    /// Years of a report that are the wrong way round, too many or later than the report.
    YearsDoubtful = "years-doubtful",
    /// A past year that has totals and results; they agree.
    TotalsBesideResults = "totals-beside-results",
    /// A past year whose totals and results differ.
    TotalsContradictResults = "totals-contradict-results",
    /// A paper among whose addressees or recipients its issuer stands.
    PaperToItself = "paper-to-itself",
    /// A paper with addressees whose type has none.
    NotAddressed = "not-addressed",
    /// The subject of a letter that takes more than about three lines under its number.
    SubjectTooLong = "subject-too-long",
    /// A part of a speech that cannot be spoken.
    NotSpoken = "not-spoken",
    /// A number of years without the word "năm": "115 ngày sinh".
    YearsWordMissing = "years-word-missing",
    /// A capital that Appendix II of the decree asks for or does not have: "phục vụ nhân dân", "Khoản 2 điều 3".
    WrongCapital = "wrong-capital",
    /// Two levels before the name of a place: "tỉnh huyện Cao Lộc".
    TwoLevels = "two-levels",
    /// A part of a text that stands below one of the same level or a lower one.
    LevelMisplaced = "level-misplaced",
    /// A part that must have a title and has none.
    TitleMissing = "title-missing",
    /// More points than there are letters for them.
    TooManyPoints = "too-many-points",
    /// A decision grants what its issuer may not grant.
    AwardNotGranted = "award-not-granted",
    /// What is paid with an award is not what the law pays.
    RewardNotByLaw = "reward-not-by-law",
    /// The law's reward is asked for, and `awards.yaml` does not have it.
    RewardUnknown = "reward-unknown",
    /// A value that is more, or later, than the one that it is held against.
    AboveLimit = "above-limit",
    /// A citation without the day of the document, or without what it is about.
    CitationIncomplete = "citation-incomplete",
    /// The plan that the program cites in a unit's plan stands among its bases too.
    PlanCitedTwice = "plan-cited-twice",
    /// "Như trên" among the recipients of a paper that has no addressees.
    AsAboveNothing = "as-above-nothing",
    /// A recipient to whom the paper is addressed already.
    AddresseeRepeated = "addressee-repeated",
    /// Where the paper is filed, among its recipients.
    FiledAmongRecipients = "filed-among-recipients",
    /// A last page with little more than the signature.
    LonelySignature = "lonely-signature",
    /// Copies of a document that could not be made, while others could.
    CopiesNotMade = "copies-not-made",
    /// A capital within a sentence that may well be wrong.
    CapitalDoubtful = "capital-doubtful",
    /// A paper that was to be rolled and is of a kind that is not.
    NotRolled = "not-rolled",
    /// A file whose successor would be no valid YAML.
    NotYamlAfterwards = "not-yaml-afterwards",
    /// A file of the new year is there already.
    WouldOverwrite = "would-overwrite",
    /// A question that nobody has answered yet.
    OpenQuestion = "open-question",
    /// A value that is just last year's.
    SameAsLastYear = "same-as-last-year",
    /// Something of last year's paper that was to be changed.
    LeftOver = "left-over",
    /// A paper's year is not that of its folder.
    YearOfFolder = "year-of-folder",
    /// A task with both `text` and `items`.
    TextAndItems = "text-and-items",
    /// A paper for many that is addressed to somebody else, too.
    ToBesideFor = "to-beside-for",
    /// A copy whose PDF another document would overwrite.
    CopyTaken = "copy-taken",
    /// A document whose file would be that of a copy.
    PlaceOfCopy = "place-of-copy",
    /// A paper for many of whom there is nobody.
    NobodyToSendTo = "nobody-to-send-to",
    /// A movement outside its year, or stages outside the movement or each other.
    PeriodDoubtful = "period-doubtful",
    /// A paper whose switch needs a key that is not given.
    FormNeeds = "form-needs",
    /// A paper whose switch has no place for a key.
    FormLacks = "form-lacks",
    /// A brace that is opened and not closed.
    UnclosedBrace = "unclosed-brace",
    /// A name in braces that stands for nothing.
    UnknownName = "unknown-name",
    /// Targets of somebody who gets no copy.
    UnknownRecipient = "unknown-recipient",
    /// No commemoration has this id.
    UnknownCommemoration = "unknown-commemoration",
    /// A commemoration whose years are not counted.
    YearsNotCounted = "years-not-counted",
    /// A number of years or a day that is not the commemoration's.
    CommemorationContradicts = "commemoration-contradicts",
    /// A commemoration in a year that is not round.
    NotARoundYear = "not-a-round-year",
    /// A commemoration whose day or year was not held against a source.
    CommemorationUnverified = "commemoration-unverified",
    /// A text whose number of years is not that between its days.
    AnniversaryContradicts = "anniversary-contradicts",
    // Results and past years.
    /// A report on results that have errors.
    ResultsBroken = "results-broken",
    /// A year without a paper that a new report could be modelled on.
    NothingToStartFrom = "nothing-to-start-from",
    /// Tasks of the next period about which questions are open.
    NextTasksAsked = "next-tasks-asked",
    /// Years of a report of which nothing is known.
    YearsMissing = "years-missing",
    /// A figure of a report's sentence that the results do not bear out.
    TypedFigure = "typed-figure",
    /// A file of records that is not named after its unit or year.
    RecordMisplaced = "record-misplaced",
    /// A file of totals that is not named after its year.
    HistoryMisplaced = "history-misplaced",
    /// An id that names something else in the names of numbers.
    ReservedId = "reserved-id",
    /// A day on which a task was done that is not done.
    DoneButNotDone = "done-but-not-done",
    /// Money that neither came in nor was spent, or both.
    ReceivedOrSpent = "received-or-spent",
    /// A result of another year than that of its file.
    ResultOutsideYear = "result-outside-year",
    /// A record that stands twice.
    ResultCountedTwice = "result-counted-twice",
    /// Two records of one task that differ.
    TaskStatesDiffer = "task-states-differ",
    /// Results that a report leaves out because they are later than its day.
    ResultsAfterDay = "results-after-day",
    /// Results with warnings, from which a report is made.
    ResultsDoubtful = "results-doubtful",
    /// Awards are recorded and there is no `awards.yaml`.
    AwardsMissing = "awards-missing",
    /// A report whose day is before its period, or after its date.
    AsOfDoubtful = "as-of-doubtful",
    /// A report whose file is named after another period.
    PeriodOfFile = "period-of-file",
    /// A name of a number that does not exist in this period, such as a share of nothing.
    NumberWithoutValue = "number-without-value",
    /// A second file of totals of a year.
    HistoryTwice = "history-twice",
    /// A second entry of a part of a past year.
    PartTwice = "part-twice",
    /// Results of an agency that the directory does not have.
    UnknownUnit = "unknown-unit",
    /// A result dated when the unit did not exist.
    UnitNotInOffice = "unit-not-in-office",
    /// An award that `awards.yaml` does not have.
    UnknownAward = "unknown-award",
    /// An award that its level does not grant, or did not on that day.
    AwardNotOfLevel = "award-not-of-level",
    /// An award with recipients of a kind that cannot receive it.
    AwardNotForRecipients = "award-not-for-recipients",
    /// An award that nobody receives.
    AwardForNobody = "award-for-nobody",
    /// More direct workers than individuals.
    DirectWorkersAboveIndividuals = "direct-workers-above-individuals",
    /// Progress of a task that the unit does not have.
    UnknownTask = "unknown-task",
    /// A task that is done, but nobody says when.
    DoneWithoutDate = "done-without-date",
    /// A task that was done before the year began.
    DoneBeforeYear = "done-before-year",
    /// A movement that ends before it begins.
    MovementReversed = "movement-reversed",
    /// A part of a past year that has more than the year.
    PartAboveYear = "part-above-year",
    /// A deadline that the text does not mention.
    DeadlineNotTold = "deadline-not-told",

    // Tables.
    /// A file among the results that looks like data and is not read.
    RecordNotRead = "record-not-read",
    /// A file that is no workbook, or a damaged one.
    WorkbookUnreadable = "workbook-unreadable",
    /// A workbook that asks for a password.
    WorkbookProtected = "workbook-protected",
    /// A CSV file whose name does not say which table it is.
    UnknownTable = "unknown-table",
    /// A sheet whose name is none of the tables'.
    UnknownSheet = "unknown-sheet",
    /// Two sheets of one workbook that are the same table.
    DuplicateSheet = "duplicate-sheet",
    /// A cell beyond the rows and columns that are read.
    CellTooFar = "cell-too-far",
    /// More cells than any data of this kind.
    TooManyCells = "too-many-cells",
    /// A title that is near to that of a column which is missing.
    UnknownColumn = "unknown-column",
    /// Columns that the table does not have, and that are not read.
    ColumnsNotRead = "columns-not-read",
    /// A column given twice.
    DuplicateColumn = "duplicate-column",
    /// A column that the table must have and has not.
    MissingColumn = "missing-column",
    /// A picture that a paper names is not there.
    PictureMissing = "picture-missing",
    /// What a paper names as a picture is the name of none.
    PictureNotNamed = "picture-not-named",
    /// A picture that is no PNG and no JPEG, or is broken.
    PictureUnreadable = "picture-unreadable",
    /// A picture of more points than any scanned sheet.
    PictureTooLarge = "picture-too-large",
    /// A part of a text that is both a table and a picture.
    TableAndPicture = "table-and-picture",
    /// A row of a table with more cells than there are titles.
    RowTooLong = "row-too-long",
    /// A table that a paper names is not there.
    TableMissing = "table-missing",
    /// What a paper names as a table is the name of none.
    TableNotNamed = "table-not-named",
    /// A table without a row below its titles.
    TableWithoutRows = "table-without-rows",
    /// A table of whose rows none is as the paper wants them.
    NoRowChosen = "no-row-chosen",
    /// A workbook without the sheet that a paper names.
    NoSuchSheet = "no-such-sheet",
    /// A cell below no title.
    CellWithoutColumn = "cell-without-column",
    /// A cell that must be filled and is not.
    MissingCell = "missing-cell",
    /// A cell that holds an error of the spreadsheet, such as `#REF!`.
    CellError = "cell-error",
    /// A formula whose value was not saved with it.
    FormulaWithoutValue = "formula-without-value",
    /// Rows of totals among the records.
    TotalRow = "total-row",
    /// A total that differs from what was counted.
    TotalDiffers = "total-differs",
    /// Rows below a table that are no records.
    RowsLeftOut = "rows-left-out",
    /// A quotation mark in a CSV file that is opened and not closed.
    UnclosedQuote = "unclosed-quote",
    /// Letters in a CSV file between a closing quotation mark and the end of the cell.
    LettersAfterQuote = "letters-after-quote",
    /// A row of a CSV file with a cell over several lines, and more or fewer cells than there are titles.
    BrokenRow = "broken-row",
    /// A cell of a CSV file over several lines that may have swallowed rows.
    RowsInCell = "rows-in-cell",
    /// No agency has this name.
    UnknownUnitName = "unknown-unit-name",
    /// Several agencies have this name.
    AmbiguousUnit = "ambiguous-unit",
    /// A row of another unit than that of its file.
    OtherUnit = "other-unit",
    /// No title or form of commendation has this name.
    UnknownAwardName = "unknown-award-name",

    // Texts that come in.
    /// A file that is no Word file, or a damaged one.
    ManuscriptUnreadable = "manuscript-unreadable",
    /// A Word file that asks for a password.
    ManuscriptProtected = "manuscript-protected",
    /// A file of an older Word.
    ManuscriptOld = "manuscript-old",
    /// A Word file with programs in it.
    ManuscriptMacros = "manuscript-macros",
    /// A text in which nothing is said.
    ManuscriptEmpty = "manuscript-empty",
    /// A file with an ending that is not read.
    ManuscriptUnknown = "manuscript-unknown",
    /// A text that is no plan.
    NotAPlan = "not-a-plan",
    /// A file of data that somebody changed while it was to be changed.
    ChangedMeanwhile = "changed-meanwhile",

    // Templates and typesetting.
    /// A template cannot be read.
    TemplateUnreadable = "template-unreadable",
    /// A template is wrong, or asks for what is not there.
    Template = "template",
    /// A template that takes more steps than any paper needs.
    TemplateWithoutEnd = "template-without-end",
    /// A document that takes longer than it may.
    TooLong = "too-long",
    /// A document that takes more memory than it may.
    TooMuchMemory = "too-much-memory",
    /// A document under which the process ended.
    BrokenOff = "broken-off",
    /// A document of a kind of which enough were stopped at one line of a template.
    NotTried = "not-tried",
    /// The typesetter refuses the document.
    Typesetting = "typesetting",
    /// The typesetter warns of something.
    TypesettingWarning = "typesetting-warning",
    /// Something is printed beyond the margins.
    BeyondMargin = "beyond-margin",
    /// A font in the workspace's `fonts/` cannot be used.
    BadFont = "bad-font",
    /// A font family that lacks one of the four faces.
    IncompleteFont = "incomplete-font",
    /// Making a document failed in a way that nobody foresaw.
    Panic = "panic",

    // Output.
    /// A file cannot be written.
    Unwritable = "unwritable",
}

impl Code {
    /// Whether it keeps only some documents from being made: a choice that names none, two files
    /// for one result, what only reports need. All others are made all the same.
    pub fn spares_the_others(self) -> bool {
        matches!(
            self,
            Self::NoSuchYear
                | Self::NoSuchDocument
                | Self::NotADocument
                | Self::SameOutput
                | Self::ReservedPlace
                | Self::AwardsMissing
        )
    }
}
