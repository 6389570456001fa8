# Every sentence that the program says to a person, in English. Vietnamese: vi.ftl, same ids.
# .label: under the place; .help: what to do; .suggestion: for a near miss; .related: at the
# second place.

severity-error = error
severity-warning = warning
severity-help = help
table-cell = cell

## Files and folders

file-not-found = there is no file { $path }
    .help = make it, or name the right workspace with -C DIR
unreadable = cannot read { $path } ({ $cause })
    .help = check the permission to read it, and the disk
not-a-file = { $path } is not a file
    .help = put a plain file in its place, or rename it if it is a folder
outside-workspace = { $path } leads out of the workspace
    .help = put the file itself in its place, not a link to it; results go elsewhere by --out DIR
folder-too-deep = { $path } is not searched: more than { $limit } folders deep, or a link back to a folder above it
    .help = move its files up, or remove the link
not-read = { $count ->
        [one] this file is read by nobody: { $paths }
       *[other] { $count } files are read by nobody: { $paths }
    }
    .help = documents are .yaml; results are data/<year>/results.xlsx or files in data/<year>/results/; fonts are .ttf, .otf, .ttc; keep anything else elsewhere (notes may stay as .txt or .md)
reserved-place = { $path } would become a file in { $place }, where the program puts { $what ->
        [drafts] drafts
        [templates] its templates
       *[other] a sheet of its own
    }
    .help = rename it, or put it into another folder
too-large = { $path } is too large (over { $limit } kB)
    .help = check that it is the right file; a document's data takes some tens of kB
not-utf8 = the file is not UTF-8
    .label = unreadable from here on
    .help = save it again as UTF-8; in Excel: Save As, "CSV UTF-8", or send the .xlsx
same-output = { $first } and { $second } would become one document
    .help = rename one of them
no-such-year = no document lies in data/{ $year }
    .help = { $count ->
        [0] no year has documents yet: they are YAML files in data/<year>/
       *[other] years that have documents: { $known }; `vanthu list` names them
    }
no-plan-of-year = { $state ->
        [unread] the plan of { $year } cannot be read
       *[missing] the year { $year } has no plan
    }
    .help = { $state ->
        [unread] `vanthu check { $year }` shows what is wrong with it
       *[missing] { $count ->
            [0] no year has a plan that can be read
           *[other] years with a plan that can be read: { $known }
        }
    }
no-such-document = there is no { $path }
    .help = name a document as `vanthu list` does, or a file or a folder in data/
    .suggestion = did you mean { $suggestion }?
not-a-document = { $what ->
        [shared] { $path } is no document: all documents share it
        [results] { $path } holds results, no document
        [history] { $path } holds totals of past years, no document
        [folder] no document lies in { $path }
        [clash] { $path } is not made
        [other] { $path } is no document
       *[elsewhere] { $path } does not lie in data/, where the documents are
    }
    .help = { $what ->
        [shared] it is checked with the documents every time: vanthu check
        [results] results of { $year } are checked by: vanthu check { $year }; a report prints them: vanthu report { $year } q1
        [history] they are checked by: vanthu check
        [folder] documents are YAML files (.yaml); `vanthu list` names them
        [clash] the error above says why
        [other] documents are YAML files (.yaml); `vanthu list` names them
       *[elsewhere] name a document as `vanthu list` does, or a file or a folder in data/
    }
    .suggestion = did you mean { $suggestion }?

## The form of YAML

yaml = this is no valid YAML ({ $detail })
    .label = from here
    .help = check indents, colons and quotation marks on this line and the one before
empty-file = the file is empty
    .help = fill it, or delete it
several-documents = the file holds more than one YAML document
    .label = the second one
    .help = remove the line "---"; each document has a file of its own
anchor = YAML anchors and aliases (& and *) are not used
    .label = here
    .help = if it is text that begins with * or &, put the whole text in quotation marks
tag = YAML tags such as { $tag } are not used
    .help = remove the tag; if it is text that begins with !, put the whole text in quotation marks
too-deep = the data are nested too deep (more than { $limit } levels)
    .help = check the indents and the square brackets
too-much = there are too many values here (more than { $limit })
    .help = check that it is the right file; agencies may be split over data/agencies/*.yaml

## Keys and values

unknown-key = there is no key "{ $key }" here
    .label = unknown key
    .help = keys that can stand here: { $known }
    .suggestion = did you mean "{ $suggestion }"?
duplicate-key = the key "{ $key }" is given twice
    .label = the second time
    .related = the first time
    .help = keep one of them
key-is-common = the key "{ $key }" is there already
    .label = defined once more
    .help = rename it, or take it out: it is the switch, or stands above or below the text of papers, as the layout says
unknown-type = "{ $type }" is no type of document of Appendix III
    .label = not among the named types
    .help = give one of { $known }, or an abbreviation of its own with "abbreviation"
    .suggestion = did you mean "{ $suggestion }"?
question-nowhere = the document has no place "{ $at }"
    .label = asked about
    .help = name the place as the file has it, such as closing, bases.1 or tasks.launch; or take the question out
    .suggestion = did you mean "{ $suggestion }"?
computed-key = { $need ->
        [required] "{ $kind }" needs the key "{ $key }" of type { $type }, with "need: required"
       *[other] "{ $kind }" needs the key "{ $key }" of type { $type }
    }
    .label = dropped, of another type, or not always there
    .help = something is computed from it: leave it as the program defines it; keys may be added
computed-form = "{ $kind }" needs "{ $what }"
    .label = something else
    .help = the program builds such a paper that way: write "{ $what }" here
key-is-computed = in a template, "{ $kind }" computes "{ $key }" itself
    .label = the name of something computed
    .help = give the key another name
required-and-emptied = a roll empties "{ $key }", and next year's paper must have it
    .label = needed in every paper
    .help = write "need: draft"
layout-lacks = a paper of layout "{ $layout }" prints no "{ $key }"
    .label = printed nowhere
    .help = remove "{ $key }:", or choose another layout
duplicate-word = the word "{ $word }" stands twice
    .label = the second time
    .related = the first time
    .help = keep one of them
form-name = { $path }: a kind of paper is named by small letters without marks, digits and hyphens
    .help = rename it, right in templates/, such as templates/invitation.form.yaml
form-name-taken = { $path }: the program has a template of this name, which is no kind of paper
    .help = give both files of the form another name
no-word = "{ $what }" is none of the words of nd30.typ
    .label = nothing but pages can be made of it
    .help = say it with the words of docs/templates.md; a PDF can be made all the same
no-page = templates/{ $kind }.typ.j2 sets no page
    .help = begin it with { "{% include \"head.typ.j2\" %}" }, or with page.typ.j2 where nothing stands above the text
form-without-template = { $path } has no template
    .help = write { $template }, which says how such a paper reads; docs/templates.md shows one
missing-key = the key "{ $key }" is missing
    .label = in this entry
    .help = add "{ $key }:" to this entry
empty-value = the key "{ $key }" has no value
    .label = still empty
    .help = give the value; to see a draft without it, use --draft
empty-text = the text is empty
    .label = no letters
    .help = write the text, or delete the line
empty-list = the list is empty
    .label = no items
    .help = give one item at least, each on a line that begins with "- "
wrong-type = { $expected } expected, { $found } found
    .label = expected: { $expected }
text-as-map = the text has a colon in it, so YAML takes it for a key and a value
    .label = expected: { $expected }
    .help = put the whole text in quotation marks: "Chủ đề: đoàn kết, sáng tạo"
invalid-value = this value cannot stand here
    .label = expected: { $expected }
unknown-word = there is no value "{ $word }"
    .label = unknown value
    .help = choose one of: { $known }
    .suggestion = did you mean "{ $suggestion }"?
unknown-kind = there is no kind of document "{ $kind }"
    .label = unknown kind
    .help = the kinds: { $known }
    .suggestion = did you mean "{ $suggestion }"?
out-of-range = { $value } is outside the range allowed
    .label = { $min } to { $max }
    .help = choose a value within the range of Decree 30/2020/NĐ-CP, Appendix I
not-in-range = { $value } is outside the range allowed
    .label = { $min } to { $max }
    .help = choose a value within that range
not-allowed = { $value } is not a value allowed
    .label = only: { $allowed }
    .help = choose one of the values of Decree 30/2020/NĐ-CP, Appendix I
impossible-date = the calendar has no such day
    .label = no such day
    .help = check day and month, and the hour where there is one
invisible-character = there is a hidden character { $codepoint }
    .label = cannot be seen
    .help = delete it (it often comes along when pasting from a web page or Word) and type the word again
long-word = a word is longer than { $limit } characters
    .label = too long for a line
    .help = put spaces into it, or shorten it
too-many-marks = a letter here carries more than { $limit } marks
    .label = such a letter is in this text
    .help = type the letter anew
old-letters = the texts of this file are typed in an old encoding, { $encoding }: "{ $word }" is "{ $read }"
    .label = the first of them
    .help = convert them to Unicode: copy them, open UniKey's conversion (Ctrl+Shift+F6), choose { $encoding } as source and Unicode as destination, convert the clipboard and paste it back; in Word and Excel a font with Unicode, such as Times New Roman, then shows them
text-too-long = the text is too long (over { $limit } bytes)
    .label = this one
    .help = split it into paragraphs
too-many-mistakes = there are more mistakes in this file
    .label = from here
    .help = mend those above, then check again
signer-ambiguous = two persons hold the office "{ $id }" within this month: { $names }
    .label = it is not clear which
    .help = give the day of the document, such as 2024-01-15
incomplete-font = the font { $family } in fonts/ lacks a face
    .help = put all four files there: regular, bold, italic, bold italic; or delete its files
unprintable-character = the font lacks the character "{ $character }" ({ $codepoint })
    .label = cannot be printed
    .help = use another character, or put a Times New Roman that has it into fonts/

## What papers say

duplicate-id = the id "{ $id }" is used twice
    .label = the second time
    .related = the first time
    .help = give one of them another id
unknown-agency = no agency has the id "{ $id }"
    .label = unknown id
    .help = add the agency to data/agencies.yaml, or correct the id
    .suggestion = did you mean "{ $suggestion }"?
unknown-cluster = no cluster has the id "{ $id }"
    .label = unknown id
    .help = add the cluster to "clusters:" in data/agencies.yaml, or correct the id
    .suggestion = did you mean "{ $suggestion }"?
successors-circle = the successors of "{ $id }" lead back to it
    .label = successor of itself
    .help = a successor is the agency that took over; correct the ids under "successor:"
no-collective = "{ $agency }" is no collective, so nobody signs on its behalf (TM.)
    .label = the paper of a collective
    .help = leave "competence:" out, or give the agency its "collective:" in data/agencies.yaml
unknown-follows = the plan of { $year } has no task "{ $id }"
    .label = unknown id
    .help = give the id of a task of the plan, or leave "follows" out if it is the unit's own task
    .suggestion = did you mean "{ $suggestion }"?
other-quarter = the unit's task "{ $id }" is due in quarter { $own }, the plan's in quarter { $plan }
    .label = quarter { $own }
    .related = quarter { $plan }
    .help = check when it is due; if it is right, leave it
due-in-other-year = a task of the plan of { $year } is due in that year
    .label = another year
    .help = write a day or a month of { $year }, or leave "due" out: then the task is due at the end of its quarter
due-in-other-quarter = the task stands under quarter { $quarter } and is due outside it
    .label = due then
    .help = correct "due" or "quarter"; if both are right, leave it
due-told-otherwise = the words of the task say "{ $told }", but reports count it as due on { $due }
    .label = this task
    .proposals = add to the task: due: { $proposals }
    .help = give the task its day as "due", or correct its words; without "due" it is due at the end of its quarter
tasks-not-taken-up = no unit has taken up these tasks: { $ids }
    .label = this plan
    .help = remind the units, or leave it if these are tasks of the committee alone
unit-plans-broken = this document cannot be made yet: it takes from other files, and some have errors: { $ids }
    .help = mend those files first; `vanthu check` shows what is wrong
unit-plan-twice = "{ $unit }" has two plans of { $year }: { $first }, { $second }
    .label = needs one plan of each unit
    .help = keep one of them
no-plan-to-follow = there is no plan of { $year } for the units to follow
    .label = needs the plan of the year
    .help = put the plan (kind: plan) into data/{ $year }
no-letterhead = the agency "{ $agency }" has no letterhead
    .label = the issuer
    .related = "letterhead" is missing here
    .help = add "letterhead:" (name, symbol, place) to the agency in data/agencies.yaml
agency-not-in-office = { $agency } does not exist at the date of the document
    .label = this agency
    .successors = what took over: { $successors }
    .related = see "from" and "until" here
    .help = check the date, or choose the agency that took over
act-not-in-force = { $act } is not in force at the date of the document
    .label = cited here
    .related = see "from" and "until" here
    .successors = what replaced it: { $successors }
    .help = cite the act that is in force, or correct the dates in data/legal.yaml
unknown-act = data/legal.yaml has no act "{ $id }"
    .label = unknown id
    .suggestion = did you mean "{ $suggestion }"?
    .help = add the act to data/legal.yaml, or correct the id
unknown-signer = the agency "{ $agency }" has no signer "{ $id }"
    .label = unknown signer
    .help = add the signer to "signers:" of the agency in data/agencies.yaml
    .suggestion = did you mean "{ $suggestion }"?
signer-not-in-office = the signer "{ $id }" is not in office at the date of the document
    .label = the signer
    .help = check the date, and the signer's "from" and "until" in data/agencies.yaml
signer-without-name = the name of the signer "{ $id }" is missing
    .label = the signer
    .related = "name" is missing here
    .help = give "name:" in data/agencies.yaml; to see a draft without it, use --draft
signers-overlap = two signers with the id "{ $id }" are in office at the same time
    .label = the second one
    .related = the first one
    .help = give "from" and "until" so that their times do not overlap
period-reversed = the period ends before it begins
    .label = before "from"
    .help = correct "from" or "until"
cannot-rewrite = this file cannot be rewritten for another year
    .label = this file
    .help = write each task and item on lines of its own, each key on its line, as in docs/data.md
no-task-left = no task is left for the new year: every one was to be done once
    .label = these tasks
    .help = make "repeats: once" of tasks that return every year "yearly"
not-rolled = { $path } is of a kind that is not made anew from year to year
    .help = a report with numbers is started with `vanthu report`; write any other anew
not-yaml-afterwards = the questions cannot be added to what follows { $path }
    .help = write the file plainly: each key at the beginning of a line, nothing after the content
would-overwrite = { $path } is there already
    .help = files are never overwritten: rename or remove it first
open-question = a question about { $at } is open: { $ask }
    .label = not answered yet
    .proposals = for example: { $proposals }{ $more ->
        [0] { "" }
       *[other] { "" } ({ $more } more under "proposals")
    }
    .help = edit the text, then remove this question; or make a draft with --draft
same-as-last-year = "{ $key }" is still last year's: { $old }
    .label = just as last year
    .help = give this year's value, or leave it empty
left-over = left over from last year: "{ $old }", this year it is "{ $new }"
    .label = just as in last year's paper
    .help = bring it up to this year
year-of-folder = a document of { $year } lies in the folder of { $folder }
    .label = not the folder's year
    .help = correct "year:", or move the file to data/{ $year }
text-and-items = the task has both "text" and "items"
    .label = only one of them
    .help = keep "text" for one sentence, or "items" for several with dashes
to-beside-for = a paper with "for" has no "to"
    .label = whom it is addressed to
    .help = delete "to": each copy is addressed to its recipient; or delete "for"
copy-taken = the copy of a recipient and { $path } would be the same file
    .label = for whom copies are made
    .help = move that file to another folder, or give it another name
place-of-copy = this document would be the same file as a copy of { $path }
    .label = this document
    .help = move it to another folder, or give it another name
nobody-to-send-to = there is no cluster or unit to send it to
    .label = for whom
    .help = declare clusters and units in data/agencies.yaml, or remove "for:"
period-doubtful = this does not lie in { $year }, or the stages do not follow each other within it
    .label = from when until when
    .help = check the days of "{ $key }", and those of the stages
form-needs = a letter needs the key "{ $key }"
    .label = a letter
    .help = add "{ $key }:", or "for:" where each recipient gets a copy
form-lacks = a paper with "{ $switch }: { $value }" has no "{ $key }"
    .label = remove this key
    .help = remove "{ $key }:", or choose another "{ $switch }:"
unclosed-brace = a brace without its partner
    .label = this brace
    .help = a name stands between two braces; add the other one, or remove this one
unknown-name = no name "{ $name }" can be put in here
    .label = a name in braces
    .suggestion = did you mean "{ $suggestion }"?
    .help = names that can stand here: { $known }
unknown-recipient = nobody of the id "{ $id }" gets a copy
    .label = unknown id
    .suggestion = did you mean "{ $suggestion }"?
    .help = use the id of a cluster or unit of data/agencies.yaml, or "default"
unknown-commemoration = data/calendar.yaml has no commemoration "{ $id }"
    .label = unknown id
    .suggestion = did you mean "{ $suggestion }"?
    .help = add the day to data/calendar.yaml, or correct the id
years-not-counted = the years of { $name } are not counted
    .label = this commemoration
    .help = give the year of the event ("founded") in data/calendar.yaml, or choose another day
commemoration-contradicts = { $name }: { $given } is given, { $right } is right
    .label = not as in data/calendar.yaml
    .help = correct it, or give the id only
not-a-round-year = { $years } years of { $name } are no round number (…0 or …5)
    .label = this commemoration
    .help = other years are marked by campaigns, not by ceremonies (Decree 111/2018/NĐ-CP, Article 9)
commemoration-unverified = { $name }: day or year was not held against a source
    .label = this commemoration
    .help = check it with an official source, then correct "verified" in data/calendar.yaml
anniversary-contradicts = { $given } years are given, but there are { $right } between the days
    .label = they contradict each other
    .help = correct the number of years or the days
results-broken = { $state ->
        [missing] the report cannot be made yet: { $path } is missing
       *[broken] the report cannot be made yet: there are errors in { $path }
    }
    .label = the period of this report
    .help = { $state ->
        [missing] put this file there first
       *[broken] mend that file first; vanthu check shows what is wrong
    }
nothing-to-start-from = the report cannot be begun: { $year } has no plan and no report to take issuer, recipients and signer from
    .help = make data/{ $year }/plan.yaml first
next-tasks-asked =
    { $tasks ->
        [one] the report leaves out one task of the next period, about which a question is open
       *[other] the report leaves out { $tasks } tasks of the next period, about which questions are open
    }
    .label = the period of this report
    .help = answer the "questions" of the next plan, then build the report again
years-missing = nothing is known of { $years }: the report leaves these years out
    .label = the period of this report
    .help = add data/history/<year>.yaml for each missing year
typed-figure = "{ $figure }" is not what the units' results come to
    .label = a figure typed by hand
    .help = name the number instead of typing it: { $known }
record-misplaced = this file is not in its place: "{ $unit }", { $year }
    .label = unit or year
    .help = name the file after its unit, in the year's folder: data/{ $year }/results/{ $unit }.yaml
history-misplaced = this file is not named after the year { $year }
    .label = the year
    .help = name it data/history/{ $year }.yaml, or correct the year
reserved-id = the id "{ $id }" is a word in the names of numbers
    .label = choose another id
    .help = use another id for this title or form
done-but-not-done = a day on which it was done is given, but the task is not said to be done
    .label = this task
    .help = write "state: done" (in a table: "Hoàn thành"), or remove the day
received-or-spent = give one of "received" and "spent"
    .label = this entry
    .help = each entry is one amount; in a table leave the other cell empty, without a 0
result-outside-year = { $date } does not lie in { $year }
    .label = this result
    .help = correct the day, or move it to the file of its year
result-counted-twice = "{ $what }" stands twice, exactly alike
    .label = the second time
    .related = the first time
    .help = remove one if it is a slip; two decisions of one day may stay
task-states-differ = two records of the task "{ $id }" differ; the one that is further counts
    .label = the second record
    .related = the first record
    .help = keep one of them
results-after-day = { $results ->
        [one] one result is later than this day and does not count
       *[other] { $results } results are later than this day and do not count
    } (the first: { $path })
    .label = the day of the report
    .help = set "as_of" to a later day, or leave them to the next report
results-doubtful = { $doubts ->
        [one] one record in the results is doubtful
       *[other] { $doubts } records in the results are doubtful
    }
    .label = the period of this report
    .help = see them with: vanthu check { $year }
awards-missing = there is no data/awards.yaml, which results with titles and forms need, and reports on them
    .help = put data/awards.yaml there: the repository of vanthu has one
as-of-doubtful = the day up to which results count must not be before the period, nor after the paper's date
    .label = the day of the report
    .help = correct "as_of", "period" or "date"
period-of-file = this file is named after the period { $period }
    .label = another period
    .help = rename the file after its period, or correct "period"; `vanthu report` finds a report by its name
number-without-value = "{ $name }" has no value here: a share of nothing, a percentage of change from less than 10, a comparison of a part with a whole period, what totals of past years do not tell (tasks, units), or no number to be put in words
    .label = a name in braces
    .help = name another number, or write the sentence without it
years-and-since = give the years of the report or the day of the directive, not both
    .label = beside "years:"
    .help = remove "years:" or "since:"
years-doubtful = these are no years that a report of { $year } can cover
    .label = the years of the report
    .help = the last year must not be after { $year }, nor before the first one; { $most } years at most
totals-beside-results = { $year } has totals and results; reports count the results
    .label = these totals are not used
    .help = remove the totals of { $year }, or its results, so that one of them counts
totals-contradict-results = { $year } has totals and results, and they differ in { $count } numbers; reports count the results
    .label = these totals are not used
    .help = results ≠ totals: { $numbers }; correct one of them and remove the other
paper-to-itself = the paper is sent to the agency that issues it: { $agency }
    .label = the issuer
    .related = this agency
    .help = take it out, or name who is to receive the paper
not-addressed = a paper of the type { $type } has no "Kính gửi" (Decree 30/2020/NĐ-CP, Appendix I, II.9)
    .label = whom it is addressed to
    .help = delete "to", and name them under "recipients"; only official letters, submissions (Tờ trình) and reports are addressed
subject-too-long = the subject of the letter has { $letters } letters with "V/v"; under the number there is room for three lines, about { $limit }
    .label = this subject
    .proposals = shorter: { $proposals }
    .help = say only what the letter is about; days, places and titles stand in its text
not-spoken = this stands in a speech and cannot be spoken: { $part }
    .label = this text
    .help = say it in words, or leave it out
years-word-missing = "{ $said }" counts years, and the word "năm" is missing
    .label = in this text
    .proposals = write: { $proposals }
    .help = correct it; where the paper is issued, leave its text and give the task the right words as "corrected"
wrong-capital = "{ $said }" should be "{ $meant }" (Decree 30/2020/NĐ-CP, Appendix II: { $rule ->
        [own-noun] nouns that stand for themselves: Nhân dân, Nhà nước, Đảng
        [reference] references: Phần, Chương, Mục, Điều; khoản, điểm
        [territory] the word for a kind of territory has a capital before a number, and none before a name
        [act] names of legal acts
        [rank] ranks of orders and medals
       *[other] days of the week and months in words
    })
    .label = in this text
    .help = correct it; where the paper is issued, leave its text and give the task the right words as "corrected"
two-levels = "{ $said }" names two levels of one place
    .label = in this text
    .help = delete the wrong one; where the paper is issued, leave its text and give the task the right words as "corrected"
level-misplaced = a part of the level "{ $level }" cannot stand here (Decree 30/2020/NĐ-CP, Appendix I, II.6)
    .label = this part
    .help = the levels are, from the highest: part, chapter, section, subsection (in a section of a chapter), article, clause, point
title-missing = { $label } has no title, and a "{ $level }" must have one (Decree 30/2020/NĐ-CP, Appendix I, II.6)
    .label = this part
    .help = write its title behind "{ $level }:", or as "title:"
too-many-points = a clause has at most { $limit } points: there are no more letters for them
    .label = one too many
    .help = part the clause in two
award-not-granted = { $agency } does not grant "{ $award }" on { $date }
    .label = this award
    .help = propose it to the level that grants it (see "grants" in data/awards.yaml), or correct the award
reward-not-by-law = the law pays { $law } đồng with "{ $award }" on this date
    .label = another amount
    .help = correct the amount, or write "law"; if the law has changed, correct "rewards" and "base_salary" in data/awards.yaml
reward-unknown = what the law pays with "{ $award }" on the date of the paper is not known
    .label = to be worked out
    .help = write the amount, or add "rewards" and "base_salary" for that day to data/awards.yaml
above-limit = "{ $key }" is more, or later, than "{ $limit }"
    .label = this value
    .related = the most that it can be
    .help = correct one of the two
citation-incomplete = { $cited } is cited without its day, or without its subject, what it is about (Decree 30/2020/NĐ-CP, Appendix I, II.6)
    .label = cited here
    .proposals = write: { $proposals }
    .help = cite number, day, issuer and subject; under "implements" the subject is the key "subject"
plan-cited-twice = the program cites the yearly plan itself, with its number, day and subject
    .label = this basis
    .help = delete this basis
as-above-nothing = "Như trên" refers to "Kính gửi", and this paper has none (Decree 30/2020/NĐ-CP, Appendix I, II.9)
    .label = this recipient
    .help = name the recipients
addressee-repeated = the paper is addressed to this recipient already; "Như trên" stands for it below
    .label = this recipient
    .related = addressed to here
    .help = delete it here
filed-among-recipients = where the paper is filed stands under "filing", not among the recipients
    .label = this recipient
    .help = delete it here, and write it as "filing", for example: filing: VT
lonely-signature = the last page holds only the signature and { $lines ->
        [0] no line
        [one] one line
       *[other] { $lines } lines
    } of text
    .label = who signs on that page
    .proposals = one of these keys in this document would save the page: { $proposals }
    .help = shorten the text, or let a paragraph go over to that page
copies-not-made = { $count ->
        [one] one copy cannot be made: { $recipients }
       *[other] { $count } copies cannot be made: { $recipients }
    }
    .help = mend what is said above, which may concern these recipients only
capital-doubtful = "{ $word }" keeps its capital within a sentence, as a name does
    .label = stands within a sentence too, such as "V/v …"
    .help = if it is no name, begin it here with a small letter; where it stands by itself it gets its capital
history-twice = there are two files of totals of { $year }
    .label = the second file
    .related = the first file
    .help = keep one of them
part-twice = the totals of { $part } stand twice
    .label = the second time
    .related = the first time
    .help = keep one of them
unknown-unit = data/agencies.yaml has no unit "{ $id }"
    .label = unknown id
    .suggestion = did you mean "{ $suggestion }"?
    .help = add the unit to data/agencies.yaml, or correct the id
unit-not-in-office = the unit "{ $id }" does not exist on { $date }
    .label = this unit
    .help = check the day, and the unit's "from" and "until"
unknown-award = data/awards.yaml has no title or form "{ $id }"
    .label = unknown id
    .suggestion = did you mean "{ $suggestion }"?
    .help = add it to data/awards.yaml, or correct the id
award-not-of-level = "{ $id }" is not granted by the level "{ $level }" on { $date }
    .label = the level
    .help = check level and day, and "grants" in data/awards.yaml
award-not-for-recipients = "{ $id }" is not for "{ $recipients }"
    .label = the recipients
    .help = check the recipients, and "for" in data/awards.yaml
award-for-nobody = "{ $id }" is given to nobody
    .label = this award
    .help = say how many, or remove the entry
direct-workers-above-individuals = { $direct } direct workers are more than { $individuals } individuals
    .label = this number
    .help = direct workers are counted among the individuals
unknown-task = the unit's plan has no task "{ $id }"
    .label = what the task is called here
    .suggestion = did you mean "{ $suggestion }"?
    .help = use the id, the number or the text of a task of the unit's own plan
done-without-date = the task "{ $id }" is done, but its day is not given
    .label = this task
    .help = add "done:", the day on which it was done
done-before-year = the task "{ $id }" was done on { $date }, before the year began
    .label = the day
    .help = correct the day
movement-reversed = the movement ends on { $until }, before it begins on { $from }
    .label = this movement
    .help = correct one of the days
part-above-year = { $part } has { $has }, more than the year ({ $year }): { $name }
    .label = this part
    .help = correct the part's number or the year's
deadline-not-told = the deadline { $deadline } is not told in the arrangements
    .label = this deadline
    .help = write "trước ngày { $deadline }" into "arrangements", or correct the deadline

## Texts that come in

manuscript-unreadable = cannot read { $path } as a Word file ({ $cause })
    .help = open it in Word or LibreOffice and save it as .docx; if it does not open, ask for it again
manuscript-protected = { $path } asks for a password
    .help = open it in Word, remove the password (File, Info, Protect Document), save it again
manuscript-old = { $path } is a file of an older Word (.doc)
    .help = open it in Word or LibreOffice and save it as "Word Document (.docx)"
manuscript-macros = { $path } holds macros, and is not read
    .help = save it in Word as "Word Document (.docx)", which has none
manuscript-empty = { $path } says nothing
    .help = a scanned paper is a picture; what is to be read must be text
manuscript-unknown = files like { $path } are not read
    .help = what is read: { $known }; save other files as .docx
not-a-plan = no plan was found in this text
    .help = an old plan has a line "KẾ HOẠCH", a year, and sections; what was changed in a Word file of this program goes into its paper: --into data/2024/plan.yaml
changed-meanwhile = { $path } was changed by somebody else meanwhile, and was left as it is
    .help = run this again

## Tables of results (Excel, CSV)

record-not-read = { $path } is not read
    .help = put it right into data/{ $year }/results/ as YAML (.yaml), Excel (.xlsx) or CSV (.csv); save .xls and .ods as .xlsx; what holds no results belongs elsewhere
workbook-unreadable = cannot read the workbook { $path } ({ $cause })
    .help = open it in Excel or LibreOffice and save it as .xlsx; if it does not open, ask the unit for it again
workbook-protected = { $path } asks for a password
    .help = open it in Excel, remove the password for opening, save it again
unknown-table = the name of { $path } does not say which table it is
    .suggestion = did you mean the table "{ $suggestion }"?
    .help = name it TABLE.csv, or UNIT-ID.TABLE.csv, where TABLE is one of: { $known }
unknown-sheet = { $path } has a sheet "{ $sheet }" that is none of the tables
    .suggestion = did you mean "{ $suggestion }"?
    .help = the names of the sheets: { $known }; name a sheet that is only to be read by people "Ghi chú"
duplicate-sheet = { $path } has the sheet "{ $sheet }" twice
    .help = put both into one sheet, or delete one
cell-too-far = { $path }: the cell { $cell } lies beyond what is read (the first { $rows } rows, { $columns } columns)
    .help = delete the cell if it is a slip; split a longer table into several files
too-many-cells = { $path } has more than { $limit } cells
    .help = check that it is the right file; split a larger table into several files
unknown-column = this table has no column "{ $column }"
    .label = unknown column
    .suggestion = did you mean "{ $suggestion }"?
    .help = columns that can stand here: { $known }; correct the title
columns-not-read = { $count ->
        [one] a column of this table is not read: { $columns }
       *[other] { $count } columns of this table are not read: { $columns }
    }
    .label = the first of them
    .help = nothing to do where it is for people only; what is to count belongs into a column of the table
duplicate-column = the column "{ $column }" is there twice
    .label = the second time
    .related = the first time
    .help = keep one of them
missing-column = the column "{ $column }" is missing
    .label = the row of titles
    .help = add it; the row above the data holds the titles of the columns: { $known }
picture-missing = there is no picture { $path }
    .label = named here
    .help = put the file there, or name another one
picture-not-named = "{ $name }" is not the name of a picture
    .label = neither .png nor .jpg, or with a folder
    .help = put the picture into { $folder } and write its file name alone, such as ban-do.png
picture-unreadable = { $path } is not a picture that can be read
    .label = named here
    .help = save it again as PNG or JPEG
picture-too-large = { $path } has too many points
    .label = named here
    .help = make it smaller: 300 dpi are enough for a sheet of A4
table-and-picture = this part is both a table and a picture
    .label = the picture
    .help = make two parts of it, each with its own dash
row-too-long = this row has more cells than the table has columns ({ $columns })
    .label = the row
    .help = give every column its title in the first row
table-missing = there is no table { $path }
    .label = named here
    .help = put the file there, name another one, or write the rows here
table-not-named = "{ $name }" is not the name of a table
    .label = neither .xlsx nor .csv nor .yaml, or with a folder
    .help = put the table into { $folder } and write its file name alone, such as khen-thuong.xlsx
table-without-rows = this table has no row below its titles
    .label = the table
    .help = add its rows, or take the table out
no-row-chosen = no row of this table is as "where" wants it
    .label = the table
    .help = correct "where", or the rows of the table
no-such-sheet = this workbook has no sheet "{ $sheet }"
    .label = the workbook
    .help = its sheets: { $known }
    .suggestion = did you mean "{ $suggestion }"?
cell-without-column = this cell belongs to no column
    .label = a column without title
    .help = give the column its title, or delete the cell
missing-cell = "{ $column }" is not given
    .label = still empty
    .help = fill "{ $column }" of this row; delete the whole row if it is not needed
cell-error = this cell shows the error { $value }
    .label = a broken formula
    .help = mend the formula, or type the value itself
formula-without-value = the formula in this cell has no value yet
    .label = not computed
    .help = open the file in Excel or LibreOffice and save it, which computes it; or type the value itself
total-row = totals are left out: row { $rows }
    .label = a row of totals
    .help = nothing to do: the program adds up itself; delete the row to be rid of this message
total-differs = the total of "{ $column }" is { $total }, but the rows come to { $sum }
    .label = this total
    .help = look for a row that is missing or wrong, or correct the total; the program counts the rows and leaves the total out
rows-left-out = what is no record is left out: row { $rows }
    .label = the first of them
    .help = nothing to do where it is place and date, signatures, notes, the name of a part, titles said again, or a row without numbers; if it is a record, fill its cells
unclosed-quote = a quotation mark is opened in line { $line } and not closed
    .label = opened in this cell
    .help = close it at the end of the cell; write a quotation mark within a text twice ("")
letters-after-quote = letters stand behind the quotation mark that closes a cell, which begins in line { $line }
    .label = this cell
    .help = write a quotation mark within a text twice (""); or one was left open here, and the cell goes on to the next mark
broken-row = a cell has a line break, and with it the row of line { $line } has more or fewer cells than there are titles
    .label = the cell with the line break
    .help = close its quotation mark before the line ends, or take the line break out
rows-in-cell = a cell that begins in line { $line } seems to hold whole rows
    .label = goes on over several lines
    .help = close its quotation mark before the line ends; if the text is meant so, write it in one line
unknown-unit-name = data/agencies.yaml has no unit "{ $name }"
    .label = unknown name
    .suggestion = did you mean "{ $suggestion }"?
    .help = give the name or id of a unit as in data/agencies.yaml, or add the unit there
ambiguous-unit = several units are called "{ $name }": { $ids }
    .label = it is not clear which
    .help = give the unit's id instead
other-unit = a row of "{ $name }" in the file of the unit "{ $unit }"
    .label = another unit
    .help = correct the unit's name, or move the row to that unit's file
unknown-award-name = data/awards.yaml has no title or form "{ $name }"
    .label = unknown name
    .suggestion = did you mean "{ $suggestion }"?
    .help = give the full name or the id as in data/awards.yaml

## Templates and typesetting

template-unreadable = the template { $path } is not UTF-8
    .help = save it again as UTF-8, or delete it to use the built-in one
template = mistake in a template ({ $detail })
    .label = here
    .help = correct it; where the program has a template of this name, deleting the file in templates/ brings that back
template-without-end = a template takes more than { $steps } steps and was stopped
    .label = it was here then
    .help = look for a loop without end in the template, or delete the file in templates/ to use the built-in one
too-long = this document took more than { $seconds } s and was stopped
    .label = the template was here then
    .help = look for a loop without end { $line ->
        [0] in the templates
       *[other] near this line
    }; if the document needs that long, raise limits.seconds in data/settings.yaml
too-much-memory = this document took more than { $megabytes } MB of memory and was stopped
    .label = the template was here then
    .help = look { $line ->
        [0] in the templates
       *[other] near this line
    } for what grows without end; if the document needs that much, raise limits.megabytes in data/settings.yaml
broken-off = this document ended the program under it ({ $detail })
    .label = the template was here then
    .help = look in the templates for what grows or nests without end; the other documents are made all the same
not-tried = this document was not tried: others of its kind were stopped at the same line of a template
    .label = this line
    .help = correct the template, then build again
typesetting = cannot be typeset ({ $detail })
    .label = here
    .related = made by this line of the template ({ $template })
typesetting-warning = typesetting: { $detail }
    .label = here
    .related = made by this line of the template ({ $template })
beyond-margin = text runs out of the margin on page { $page }: "{ $letters }"
    .label = this text
    .related = made by this line of the template ({ $template })
    .field = it is the value of { $field }
    .help = shorten the text, or split it
bad-font = the font { $path } cannot be used
    .help = put an undamaged TrueType or OpenType file in its place, or delete it
panic = the program failed unexpectedly while making this document ({ $detail })
    .help = the other documents are made all the same; please send this file to the developers

## Output

unwritable = cannot write { $path } ({ $cause })
    .help = check the permission to write and the free space; the old file is untouched

## What is expected

expected-map = keys and values
expected-list = a list, each item on a line that begins with "- "
expected-text = text
expected-word = one word
expected-id = an id of small letters without marks, digits and hyphens, such as don-vi-1
expected-key = a key of small letters without marks, digits and low lines, such as to_do
expected-picture = the name of a picture, such as ban-do.png
expected-table = the name of a table, such as khen-thuong.xlsx
expected-abbreviation = letters alone, such as ĐC
expected-moment = a day and an hour, such as 2024-01-15 08:00
expected-count = a whole number, digits only
expected-multiple = a number of base salaries with two decimals at most, such as 0.3
expected-reward = an amount in đồng, digits only, or law
expected-copies = a whole number of copies, 1 at least
expected-amount-of-money = a whole amount in đồng, digits only
expected-flag = true or false
expected-abbreviation = an abbreviation of letters alone, such as KH
expected-question-place = the place asked about, such as tasks.launch
expected-cell-count = a whole number from 0, such as 12 or 1.234
expected-cell-money = an amount in đồng, a whole number, such as 5.000.000
expected-cell-date = a day, such as 05/03/2024 with the whole year, without a time
expected-money = an amount in đồng, a whole number
expected-month-day = month and day, such as 05-07
expected-year = a year, such as 2024
expected-quarter = a quarter, 1 to 4
expected-number = a number, such as 14
expected-date = a date as year-month-day, such as 2024-01-15
expected-issue-date = a date such as 2024-01-15, or 2024-01 while the day is blank
expected-document-number = the number of a document, such as 5; empty (~) while it has none
expected-due = a day such as 2024-01-15, a month such as 2024-03, or all-year
expected-cited-number = number and symbol without "số", such as 241/KH-UBND or 30-CT/TU
expected-symbol = an abbreviation in capitals, such as UBND
expected-authority = KT., TL. or TUQ. and an office, such as "KT. Chủ tịch"
found-nothing = nothing
found-text = text
found-list = a list
found-map = keys and values

## Results on the screen

built = { $path }  ({ $pages ->
        [one] 1 page
       *[other] { $pages } pages
    }, { $kilobytes } kB)
about-document = The document { $path }:
built-part = { $path }  ({ $kilobytes } kB)
built-total = { $made ->
        [0] No document was made.
        [one] 1 document was made.
       *[other] { $made } documents were made.
    }{ $current ->
        [0] { "" }
        [one] {" "}1 document is up to date.
       *[other] {" "}{ $current } documents are up to date.
    }{ $bare ->
        [0] { "" }
        [one] {" "}1 document has no table, so there is no workbook of it.
       *[other] {" "}{ $bare } documents have no table, so there are no workbooks of them.
    }{ $failed ->
        [0] { "" }
        [one] {" "}1 document has errors, see above.
       *[other] {" "}{ $failed } documents have errors, see above.
    }{ $left ->
        [0] { "" }
        [one] {" "}Stopped as asked; 1 document is left.
       *[other] {" "}Stopped as asked; { $left } documents are left.
    }
time-left = left
nothing-to-build = There are no documents in data/.
    .help = each YAML file in data/ that has the key "kind:" is a document
shared-broken = No document was made, see the errors above.
checked = { $documents ->
        [one] 1 document
       *[other] { $documents } documents
    }, { $errors ->
        [0] no errors
        [one] 1 error
       *[other] { $errors } errors
    }{ $warnings ->
        [0] { "" }
        [one] , 1 warning
       *[other] , { $warnings } warnings
    }.
list-document = DOCUMENT
list-kind = KIND
list-number = NUMBER, SYMBOL
list-date = DATE
list-state = STATE
list-blanks = blank: { $blanks }
list-errors = { $errors ->
        [0] its form has mistakes
        [one] 1 error
       *[other] { $errors } errors
    }, see: vanthu check { $path }
list-complete = complete
list-not-made = no PDF yet
list-outdated = PDF to be made again
list-received = received { $date }
list-late = received late { $date }
list-not-received = not received
list-tasks-with = Tasks of { $year } that have their paper: { $ids }
list-tasks-without = Tasks of { $year } without one: { $ids }
list-missing = No plan of { $year } yet, { $cluster }: { $units }
blank-number = number
blank-day = day
period-q1 = quarter I
period-q2 = quarter II
period-q3 = quarter III
period-q4 = quarter IV
period-h1 = first half of the year
period-h2 = second half of the year
period-nine-months = first nine months
period-year = the whole year
period-ten-year = ten years

## Command line

about = Makes administrative documents from YAML, laid out as Decree 30/2020/NĐ-CP demands.
about-build = Make documents (all by default) as PDF in the folder out/
about-check = Check the data without making documents
about-list = List the documents and their state
about-report = Start the report on a period if it is missing, then build it
help-report-year = The year of the report, such as 2024
help-report-period = The period: { $periods }
value-year = YEAR
value-period = PERIOD
report-started = { $path }: started with the units' numbers; write the sections that are empty (~), then run this again
report-draft = until then, here is a draft with its gaps in square brackets
about-diff = Tell what changed between the papers of two years, or between a paper and an edited Word file
help-diff-from = The old year, such as 2024; or a paper
help-diff-to = The new year, such as 2025; or a file of Word or a text (.docx, .md, .txt) to hold against the paper
about-import = Take up a Word file: its changes into the paper that it was made from, or an old plan as a new file
help-import-kind = What an old paper is: plan (default: plan)
help-file = The file that came in: .docx, .md or .txt
help-into = The paper that takes up the changes, such as data/2024/plan.yaml; one that is not there yet is made of an old plan (default: what would be made is printed)
help-accept = Count tracked changes that nobody has accepted in Word yet (default: they are only listed)
value-file = FILE
about-forms = Make a workbook for each unit, in which it writes down its results of a year
help-forms-year = The year of the results, such as 2024
help-units = Only for these units, by their ids in data/agencies.yaml (default: all)
value-unit = UNIT
usage-no-side = the value { $value } is neither a year from { $first } to { $last } nor, with a paper before it, a file of Word or a text (.docx, .md, .txt)
help-diff-format = The form of the result: text, json or pdf (default: text)
about-roll = Make the papers of a new year from those of an old one
help-from = The old year, such as 2024
help-to = The new year, such as 2025
value-from = FROM
value-to = TO
value-paper = PAPER
help-papers = Only these papers of the old year, by their place below its folder: units/xa-tan-lien (default: all)
usage-same-year = the two years must differ
help-workspace = The workspace, the folder with data/ (default: this one, or the nearest parent with data/)
help-lang = The program's language: vi or en (default: the system's)
help-choices = A year (2024), a document as `vanthu list` names it (2024/plan), a file or a folder; none means all
help-kind = Only this kind of document: { $kinds }
help-out = The folder of results (default: out in the workspace; drafts: out/draft)
help-draft = Make drafts: print "DỰ THẢO", shade the blanks, allow missing data
help-format = The format: pdf, docx (Word), xlsx (its tables for Excel), png, svg, typ (Typst markup) or json (what it says) (default: pdf)
help-jobs = How many documents to make at once (default: the number of cores)
help-force = Make also the documents that are up to date
help-shard = Make only part K of N, to share the work between machines
help-check-format = The format of the findings: text or json (default: text)
help-help = Show this help
help-version = Show the version
heading-usage = Usage:
heading-commands = Commands
heading-options = Options
heading-arguments = Arguments
value-dir = DIR
value-lang = vi|en
value-kind = KIND
value-format = FORMAT
value-jobs = N
value-choice = YEAR|PATH
value-command = COMMAND
value-options = OPTIONS
help-after =
    Examples:
      vanthu build                     make all documents
      vanthu build 2024 --draft        make drafts of the documents of 2024
      vanthu check data/2024/plan.yaml check one document
      vanthu roll 2024 2025            make the papers of 2025 from those of 2024
      vanthu report 2024 q1            start or make the report on the first quarter
      vanthu import edited.docx --into data/2024/plan.yaml
                                       write what was changed in Word into the data
      vanthu -C /another/place list    list the documents of another workspace

    Exit code: 0 done; 1 the data or a document has errors; 2 wrong usage.
usage-unknown-argument = there is no option { $argument }
usage-unknown-command = there is no command { $argument }
usage-missing-command = the command is missing
usage-invalid-value = the value { $value } of { $argument } is wrong; right is { $right }
right-year = a year from { $first } to { $last }, such as 2024
right-shard = K/N, with N of 1 or more and K from 1 to N, such as 2/5
right-jobs = a number from 1 to { $most }
right-path = the path of a file or folder
usage-unknown-value = the value { $value } of { $argument } is wrong; it must be one of: { $known }
usage-missing-arguments = not all is given; what is missing: { $arguments }
usage-missing-value = the value of { $argument } is missing
usage-repeated = { $argument } is given twice
usage-other = wrong usage ({ $detail })
usage-no-workspace = no workspace found: { $path } has no folder data/
usage-outside = { $path } lies outside the workspace { $root }; documents of another workspace: add -C DIR
usage-suggestion = did you mean { $suggestion }?
usage-hint = for help: vanthu --help

## Days off

day-off-saturday = Saturday
day-off-sunday = Sunday
day-off-new-year = New Year
day-off-tet = Tết
day-off-hung-kings = the day of the Hùng kings
day-off-reunification = Reunification Day
day-off-labour = Labour Day
day-off-national-day = National Day

## Rolling on to another year: why a place was changed (roll-), put to the clerk (ask-), or kept (keep-)

roll-year = The year moves with the plan.
roll-school-year = The school year or season moves with the plan.
roll-day = The day moves to the new year; day and month stay.
roll-month = The month moves to the new year.
roll-quarter = The quarter moves to the new year.
roll-half-year = These months move to the new year.
roll-range = Beginning and end both move to the new year.
roll-rolling = The three-year budget is drawn up anew every year, so it moves on.
roll-anniversary = The count of years and the closing date are counted anew.
roll-lunar-year = The name of the lunar year is that of the new year.
roll-leap-day = The new year has no 29 February, so it is 28 February; check the deadline.

ask-yearly-document = This document belongs to the old year; find this year's and put in its number, date and title.
ask-too-many = This sentence names so many times that it is a list; go through it by hand, or split it into sentences.
ask-own-number = This is the document's own number; the records clerk gives a new one, so remove it or leave it blank.
ask-blank-citation = Number or date of this document is blank; fill it in, or name this year's document.
ask-title-end = This year may belong to the title of the document or to the plan; change it by hand if it is the plan's.
ask-one-off-review = A review of several years (or a census) is not held every year; drop it, or put this year's in its place.
ask-congress = A congress is not held every year; drop it, or change it to this year's calendar.
ask-election = An election is not held every year; drop it, or change it to this year's calendar.
ask-ordinal = The number of the occasion changes each time; find this year's, if there is one.
ask-result = This tells what was done or counted in the old year; put in this year's results.
ask-target-figure = The year has moved, but the figure of the target is the old one; check it.
ask-period-ends = This period or term ends with the old year; put in the new one, or drop it.
ask-campaign = This is held for anniversaries of the old year; choose this year's, or drop it.
ask-no-longer-round = Counted anew, the anniversary is no longer a round one; keep it or drop it.
ask-contradiction = The count or the name does not agree with the dates beside it; check and correct it.
ask-open-start = This beginning may be fixed for good; change it by hand if it moves to the new year.
ask-horizon = This may be a deadline within the year or the end of a long-term goal; change it by hand if it is a deadline.
ask-bare-year = This number may be a year; change it by hand if it is the plan's.
ask-quotation = The year stands in a name or a quotation; check what it is called this year.
ask-past-event = This is when something took place; put in what corresponds to it this year, or drop it.
ask-weekday = The date names its day of the week; choose this year's date and write the day that fits.
ask-lunar-day = This depends on the lunar calendar; look it up for this year.
ask-year-of-many = This tells the old year's place in a longer period; write it anew for this year.
ask-cohort = Those concerned are born in other years each time; work out this year's.
ask-partly-own = Only some of these years belong to the plan; work them out anew.
ask-near-year = This year is just outside of the plan's; change it by hand if it has to move too.
ask-out-of-range = No new value could be worked out; change it by hand.

keep-citation = Number, date and name of a cited document stay.
keep-period = A period laid down for several years stays.
keep-term = A term of office stays.
keep-history = A time that is past stays.
keep-horizon = The end of a long-term goal stays.
keep-legal-day = A day laid down by law stays.
keep-standing-rule = The beginning of a lasting rule stays.
keep-relative = These words are right in every year.
keep-yearless = A day without its year stays.

roll-given-at-issue = Number and day are given when the paper is issued.
roll-of-the-year = It was that of the old year; give the new one.
roll-not-yet-received = The day of receipt is noted when the new paper comes.
roll-follows-from-type = Whose paper it is (TM. or not) follows from its type and issuer.
roll-dropped-once = The task was to be done once.
roll-dropped-nothing-to-follow = The plan's task that this one carries out is gone.
ask-anniversary-task = The task belongs to an anniversary of the old year: put one of the sentences below in its place, reword the task or drop it.
ask-anniversary-launch = The movement is for anniversaries of the old year: put the ids of this year's in their place, then adapt the text and the name of the file.
ask-superior-document = This is the superior body's document of the old year: put that of the new year in its place (type, number, date, issuer, subject).
ask-unwritable = This is written in a way that the program cannot edit: edit it by hand.

place-task = { $number ->
        [0] Task “{ $title }”
       *[other] Task { $number } “{ $title }”
    }{ $item ->
        [0] { "" }
       *[other] , item { $item }
    }
spoken-month = { $month }/{ $year }
competence-collective = of the collective (signed TM.)
competence-head = of its head

sheet-title = Review of the plan of { $to } made from that of { $from }
sheet-files = { $count } files: { $first }, …
roll-came-from = made from { $path } ({ $from } → { $to })
roll-about-questions = open questions. Answer by editing the text above, then remove the question; while one is left the document is not made.
roll-made = { $path }: { $changes ->
    [one] 1 change
   *[other] { $changes } changes
}, { $questions ->
    [one] 1 question
   *[other] { $questions } questions
}
roll-ended-line = { $path } is not rolled: { $agency } does not exist any more on the date of the new paper; { $successors }
roll-ended-by = what took over: { $successors }
roll-ended-alone = data/agencies.yaml names nobody who took over
roll-nothing-made = No file was made: the agencies that issue these papers do not exist any more. Make the papers of those that took over, which `issuer:` names.
roll-dropped-line = { $place } ({ $files }) is dropped: { $why }
roll-day-off-line = { $date } falls on { $why } ({ $place }, { $files })
roll-question-line = { $place } ({ $files }): { $ask }
roll-proposals-line = Anniversaries to choose from: { $proposals }
proposal-unverified = not verified, to be checked
roll-total = { $files ->
        [one] 1 file
       *[other] { $files } files
    } made in data/{ $to }: { $changes ->
        [one] 1 change
       *[other] { $changes } changes
    }, { $dropped ->
        [one] 1 task
       *[other] { $dropped } tasks
    } dropped, { $questions ->
        [one] 1 question
       *[other] { $questions } questions
    } to answer. Review sheet: { $sheet }
recovered-finished = Finished what an interrupted run had begun: { $paths }.
second-process-lost = The second process of the program is gone ({ $detail }), so nothing more was done. Run the command again; if it happens again, please tell the developers.
recovered-not = That keeps what an interrupted run had begun from being finished; its files wait in data/.vanthu-….
recovered-undone = An interrupted run had begun to write files; none of them is left.
roll-nothing-written = No file was written, see the errors above.

## Texts that come in (import, diff with a file)

import-reworded = ~ { $at }: { $words }
import-added = + { $at }: { $words }
import-dropped = - { $at }: { $words }
import-follows = = changes with it: { $words }
import-left = ! { $words }
    { $why }
import-why-template = these words are not in the data: the template says them, or they are counted; change them there if they are wrong
import-why-several = the change goes over several values; write it into each of them by hand
import-why-elsewhere = this value stands in { $file }, line { $line }; change it there, or name another one in the paper
import-why-said-otherwise = the page says this value in other letters than the data; write it by hand
import-why-emptied = nothing would be left of a value that is no item of a list; remove or rewrite it by hand
import-why-looks = bold or italic letters that stars cannot mark, as within a word; write them by hand
import-why-both-changed = the data were changed too since this Word file was made; compare both and write the right words by hand
import-why-differs = the paper says this value twice, and the file says it in two ways; write the right one by hand
import-why-no-list = it is not known to which list this paragraph belongs; write it by hand
import-why-row = a new row of a table; add it to the data by hand, with its id where it is a task
import-why-moved = this paragraph was moved; move it in the data by hand
import-why-unreadable = a number has digits only, a date is "ngày 05 tháng 01 năm 2024"; write it by hand
import-why-note = this is a note at the foot of a page or at the end; no paper of the program has notes, so write it into the text by hand
import-why-unwritable = the file of data is written in a way that is not understood here; write it by hand
import-open-added = ? { $by } added "{ $text }" in: { $within }
import-open-removed = ? { $by } removed "{ $text }" in: { $within }
import-open = { $count ->
    [one] 1 tracked change is open and was not taken;
   *[other] { $count } tracked changes are open and were not taken;
} accept or reject them in Word (Review, Accept), or run this again with --accept to take all.
import-open-taken = { $count ->
    [one] 1 open tracked change was taken as accepted.
   *[other] { $count } open tracked changes were taken as accepted.
}
import-comment = ? { $by } wrote: { $text } (about: { $about })
import-total = { $path }: { $count ->
    [0] nothing was changed
    [one] 1 change written
   *[other] { $count } changes written
}; { $left ->
    [0] { $follows ->
        [0] the paper now says what the file says.
       *[other] the paper now says what the file says, but for the lines with "=", which say the same values.
    }
    [one] 1 difference is left to be written by hand.
   *[other] { $left } differences are left to be written by hand.
}
import-old-written = { $path }
import-old-left = Not placed anywhere:
import-old-lost = ! { $words }
import-old-unknown = No agency of data/agencies.yaml has these names: { $names }. Add them, or write the ids of others into the tasks.
import-old-ids = These ids were made of the words of the tasks; give them ids that stay from year to year: { $ids }
import-old-total = { $left ->
    [0] The new file says all that the text says.
    [one] 1 line of the text has no place in the new file, which holds it as a comment.
   *[other] { $left } lines of the text have no place in the new file, which holds them as comments.
}
import-refused = With these changes { $path } would be no sound paper, so it was not changed. Mend the Word file, or write the changes by hand.
compare-reworded = ~ { $at }: { $words }
compare-added = + { $words }
compare-dropped = - { $at }: { $words }
compare-moved = > { $at }: { $words }
compare-template = the template
compare-total = { $count ->
    [0] Paper and file say the same.
    [one] 1 difference between paper and file.
   *[other] { $count } differences between paper and file.
}

## Workbooks for the units' results (they are in Vietnamese, whoever runs the program)

forms-total = Send them to the units; what comes back goes into data/{ $year }/results/ under the same name.
forms-title = RESULTS OF EMULATION AND COMMENDATION IN { $year }
forms-guide-1 = 1. Each sheet is a table. White cells are to be filled in, the others are locked. Leave empty what there is none of.
forms-guide-2 = 2. Tasks: choose how each task stands; a task that is done has its day.
forms-guide-3 = 3. Days are days of { $year }, as 05/03/{ $year }. Excel refuses others.
forms-guide-4 = 4. Awards, levels, kinds and stages are chosen from the list in the cell; each decision and each proposal is a row.
forms-guide-5 = 5. Numbers are whole numbers; money is in đồng, all digits. Received and spent are never in one row.
forms-guide-6 = 6. Do not add up, add columns or rename sheets: the district adds up.
forms-guide-7 = 7. Keep the name of the file and send it back.
forms-wrong = Not possible here
forms-wrong-word = Choose one of the words in the list.
forms-wrong-day = Write a day of { $year }, such as 05/03/{ $year }.
forms-wrong-number = Write a whole number, without words.
forms-needed = Each row must have this.
forms-last = Recorded in { $year }
forms-last-movements = Movements
forms-last-proposed = Proposed for awards (collectives, individuals, households)
forms-last-granted = Granted awards (collectives, individuals, households)
forms-last-inspections = Inspections
forms-last-training = Classes of training
forms-last-received = Fund: received (đồng)
forms-last-spent = Fund: spent (đồng)

## What changed between two years' plans

diff-added = + { $place }{ $quarter ->
    [none] {""}
   *[other] {" "}(quarter { $quarter })
}: { $text }
diff-dropped = - { $place }{ $quarter ->
    [none] {""}
   *[other] {" "}(quarter { $quarter })
}: { $text }
diff-moved = > { $place }: quarter { $from } → quarter { $to }
diff-due = > { $place }: due { $from } → { $to }
due-quarter = quarter { $quarter }
due-month = month { $month }
due-all-year = all year
diff-reworded = ~ { $place }: { $words }
diff-agencies = @ { $place }, done by: { $words }
diff-total = { $count ->
    [0] The plans of { $from } and { $to } do not differ.
    [one] 1 difference between the plans of { $from } and { $to }.
   *[other] { $count } differences between the plans of { $from } and { $to }.
}
difference-added = Added
difference-dropped = Dropped
difference-moved = Moved
difference-due = Due on another day
difference-reworded = Reworded
difference-agencies = Done by others
