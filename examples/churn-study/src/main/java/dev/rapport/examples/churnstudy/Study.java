package dev.rapport.examples.churnstudy;

import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.model.json.JsonOut;
import java.util.List;
import java.util.function.Consumer;

/** What a method found: the fields of its result, its page and a few lines for the terminal. */
record Study(String title, Consumer<JsonOut> result, Consumer<StudyPage> page, List<String> summary) {}
