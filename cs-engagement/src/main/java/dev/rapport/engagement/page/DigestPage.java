package dev.rapport.engagement.page;

import com.samskivert.mustache.Template;
import dev.rapport.engagement.plan.DepartmentDigest;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.voice.DepartmentVoice;
import dev.rapport.engagement.voice.Loudness;
import dev.rapport.engagement.voice.Theme;
import dev.rapport.engagement.voice.Utterance;
import dev.rapport.engagement.voice.VoiceReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What one department is told on a cadence, as a page: how healthy customers are, what they ask for, what is theirs to do.
 */
public final class DigestPage {

    private static final Template TEMPLATE = Templates.compiled("digest");

    private DigestPage() {}

    /**
     * Writes the digest of a department as a self-contained page.
     *
     * @param plan  the plan that it was made of
     * @param digest  the digest
     * @param link  where the page of a customer is, by the customer's id
     * @param target  where the HTML is written
     * @throws IOException if the target fails
     */
    public static void write(Plan plan, DepartmentDigest digest, UnaryOperator<String> link, Appendable target)
            throws IOException {
        Templates.write(TEMPLATE, model(plan, digest, new CustomerLinks(plan, link)), target);
    }

    private static Map<String, Object> model(Plan plan, DepartmentDigest digest, CustomerLinks customers) {
        Map<String, Object> model = new HashMap<>();
        model.put("style", Templates.STYLE);
        model.put("date", plan.date().toString());
        model.put("department", Text.words(digest.department()));
        model.put("since", digest.since().toString());
        model.put("next", digest.next().toString());
        model.put(
                "health",
                digest.health().stream()
                        .map(share -> Map.<String, Object>of(
                                "name", share.band(),
                                "style", customers.styles().of(share.band()),
                                "customers", Text.grouped(share.customers()),
                                "arr", Text.money(share.arr())))
                        .toList());
        model.put("lately", lately(digest.lately()));
        rows(
                model,
                "themes",
                VoiceModel.themes(digest.voice().map(DepartmentVoice::themes).orElse(List.of())));
        List<Map<String, Object>> tasks = tasks(plan, digest, customers);
        rows(model, "tasks", tasks);
        return model;
    }

    private static void rows(Map<String, Object> model, String name, List<?> rows) {
        model.put(name, rows);
        model.put("has" + Character.toUpperCase(name.charAt(0)) + name.substring(1), !rows.isEmpty());
    }

    private static String lately(Loudness lately) {
        return lately.mentions() == 0
                ? "Nobody has asked for anything of yours since the period began."
                : Text.count(lately.customers(), "customer", "customers") + " asked "
                        + Text.count(lately.mentions(), "time", "times") + " since the period began; "
                        + Text.money(lately.arr()) + " a year are behind it.";
    }

    private static List<Map<String, Object>> tasks(Plan plan, DepartmentDigest digest, CustomerLinks customers) {
        List<Map<String, Object>> tasks = new ArrayList<>();
        digest.escalations()
                .forEach(one -> tasks.add(task(
                        customers.row(one.customerId()),
                        Text.words(one.route().cause()),
                        "by " + one.actBy().atZone(plan.zone()).toLocalDate()
                                + one.accountable().map(who -> ", " + who).orElse(", nobody is named"),
                        one.overdue())));
        plan.voice().read(VoiceReport::all, List.<Utterance>of()).stream()
                .filter(one -> one.unanswered() && isOf(digest.department(), one))
                .forEach(one -> tasks.add(task(
                        customers.row(one.customerId()), "an answer on " + themes(one), "said on " + one.on(), true)));
        digest.stuck()
                .forEach(one -> tasks.add(task(
                        customers.row(one.customerId()),
                        "stuck in " + Text.words(one.stage().id()),
                        "for " + Text.count(one.days(), "day", "days"),
                        true)));
        digest.brokenHandOffs()
                .forEach(one -> tasks.add(task(
                        customers.row(one.customerId()),
                        "hand-off to " + Text.words(one.entered().id()),
                        String.join("; ", one.broken()),
                        false)));
        digest.ownershipGaps()
                .forEach(one ->
                        tasks.add(task(customers.row(one.customerId()), Text.words(one.kind()), one.text(), false)));
        return tasks;
    }

    private static boolean isOf(String department, Utterance one) {
        return one.themes().stream().anyMatch(theme -> theme.department().equals(department));
    }

    private static String themes(Utterance one) {
        return one.themes().stream().map(Theme::name).collect(Collectors.joining(", "));
    }

    private static Map<String, Object> task(Map<String, Object> row, String what, String details, boolean isLate) {
        row.put("what", what);
        row.put("details", details);
        row.put("late", isLate);
        return row;
    }
}
