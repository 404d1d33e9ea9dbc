package dev.rapport.examples.shared.study;

import dev.rapport.model.json.JsonOut;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a method found in a file.
 *
 * @param title  what the page is headed with
 * @param result  writes the fields of the result
 * @param page  fills the page
 * @param summary  a few lines for the terminal
 * @param files  further files by name, such as a fitted model
 */
public record Study(
        String title,
        Consumer<JsonOut> result,
        Consumer<StudyPage> page,
        List<String> summary,
        Map<String, String> files) {

    /**
     * What a method found, without further files.
     *
     * @param title  what the page is headed with
     * @param result  writes the fields of the result
     * @param page  fills the page
     * @param summary  a few lines for the terminal
     */
    public Study(String title, Consumer<JsonOut> result, Consumer<StudyPage> page, List<String> summary) {
        this(title, result, page, summary, Map.of());
    }
}
