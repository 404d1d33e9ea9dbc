package dev.rapport.engagement.page;

import com.samskivert.mustache.Template;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.voice.Theme;
import dev.rapport.engagement.voice.Utterance;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * "You said, we did": what one customer said and what became of it, as a page for that customer. It shows what they said as
 * they typed it, and nothing else that we know of them.
 */
public final class YouSaidPage {

    private static final Template TEMPLATE = Templates.compiled("you-said");

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_TEXT = 2_000;

    private YouSaidPage() {}

    /**
     * Writes what a customer of a plan said as a self-contained page.
     *
     * @param plan  the plan
     * @param customerId  the customer
     * @param target  where the HTML is written
     * @throws IOException if the target fails
     */
    public static void write(Plan plan, String customerId, Appendable target) throws IOException {
        List<Utterance> said = plan.voice().read(voice -> voice.of(customerId), List.of());
        String name = plan.find(customerId).flatMap(CustomerLine::name).orElse(customerId);
        List<Map<String, Object>> rows = said.stream().map(YouSaidPage::row).toList();
        Map<String, Object> model = new HashMap<>();
        model.put("style", Templates.STYLE);
        model.put("date", plan.date().toString());
        model.put("name", name);
        model.put("shortName", Text.shortened(name, LONGEST_TITLE));
        model.put("rows", rows);
        model.put("hasRows", !rows.isEmpty());
        Templates.write(TEMPLATE, model, target);
    }

    private static Map<String, Object> row(Utterance one) {
        Map<String, Object> row = new HashMap<>();
        String about = one.themes().stream().map(Theme::name).collect(Collectors.joining(", "));
        row.put("on", one.on().toString());
        row.put(
                "text",
                one.text()
                        .map(text -> Text.shortened(text, LONGEST_TEXT))
                        .orElse(about.isEmpty() ? "Not written down." : "About: " + about));
        row.put("about", about);
        row.put("did", did(one));
        row.put("tag", Map.of("name", Text.words(one.status()), "style", style(one)));
        return row;
    }

    private static String style(Utterance one) {
        return switch (one.status()) {
            case ACTED -> "green";
            case ANSWERED -> "yellow";
            case HEARD -> "unknown";
        };
    }

    private static String did(Utterance one) {
        String when = one.actedOn().map(LocalDate::toString).map(day -> " (" + day + ")").orElse("");
        return switch (one.status()) {
            case ACTED -> one.action().orElse("We acted on it.") + when;
            case ANSWERED -> "We answered you; nothing has changed yet.";
            case HEARD -> "We have heard you, and owe you an answer.";
        };
    }
}
