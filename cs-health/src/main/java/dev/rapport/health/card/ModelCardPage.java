package dev.rapport.health.card;

import dev.rapport.health.validation.Comparison;
import dev.rapport.health.validation.Drift;
import dev.rapport.health.validation.Figure;
import dev.rapport.health.validation.FloorCheck;
import dev.rapport.health.validation.LeadTimes;
import dev.rapport.health.validation.Measured;
import dev.rapport.health.validation.Validation;
import dev.rapport.health.validation.ValidationData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A model card as one self-contained page, without scripts and without anything from elsewhere. */
public final class ModelCardPage {

    private static final String STYLE = """
            body{font:14px/1.45 system-ui,sans-serif;max-width:60rem;margin:1.5rem auto;padding:0 1rem;color:#1c1c1c}
            h1{font-size:1.4rem;margin-bottom:0}h2{font-size:1.05rem;margin:1.2rem 0 .3rem}
            .sub{color:#555;margin-top:.2rem}.verdict{border-left:6px solid #777;padding:.4rem .8rem;background:#f5f5f5}
            .verdict.passes{border-color:#3c7a4f}.verdict.falls-short{border-color:#b8860b}
            .verdict.no-better-than-chance,.verdict.not-enough-data{border-color:#c8553d}
            .verdict p{margin:.2rem 0}.verdict p:first-child{font-weight:600}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}
            th,td{padding:.15rem .6rem;border-bottom:1px solid #ddd;text-align:right}
            th:first-child,td:first-child{text-align:left}
            .columns{display:flex;flex-wrap:wrap;gap:2rem}.columns>div{flex:1 1 20rem}
            svg{max-width:24rem;width:100%;height:auto;font-size:11px}
            .grid{stroke:#e3e3e3}.diagonal{stroke:#999;stroke-dasharray:4 4}circle{fill:#1f5f8b;fill-opacity:.75}
            ul{margin:.2rem 0;padding-left:1.2rem}
            @media print{body{margin:0;font-size:10px}.columns{gap:1rem}}
            """;

    private ModelCardPage() {}

    /**
     * Shows a card.
     *
     * @param card  the card
     * @return the page
     */
    public static String html(ModelCard card) {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", card.title())
                .raw("<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n")
                .element("h1", card.title())
                .raw("<p class=\"sub\">")
                .raw(Html.escape(card.validation().candidate() + ", "
                        + card.validation().method().words()))
                .raw("</p>\n");
        verdict(card.validation(), html);
        html.raw("<div class=\"columns\">\n<div>\n");
        data(card, html);
        performance(card.validation(), html);
        html.raw("</div>\n<div>\n");
        if (!card.validation().calibration().isEmpty()) {
            html.element("h2", "Calibration")
                    .raw(CalibrationPlot.svg(card.validation().calibration()))
                    .element("p", "Each dot is a tenth of the scale of probability, larger with more customers.");
        }
        leadTimes(card.validation(), html);
        card.comparison().ifPresent(comparison -> comparison(comparison, html));
        card.drift().ifPresent(drift -> drift(drift, html));
        html.raw("</div>\n</div>\n");
        method(card.method(), html);
        html.element("h2", "Limits").list(card.limits());
        return html.raw("</main>\n</body>\n</html>\n").text();
    }

    private static void verdict(Validation validation, Html html) {
        String style = validation.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
        html.raw("<div class=\"verdict " + style + "\">\n");
        validation.words().forEach(sentence -> html.element("p", sentence));
        html.raw("</div>\n");
    }

    private static void data(ModelCard card, Html html) {
        ValidationData data = card.validation().data();
        html.element("h2", "Data")
                .element("p", card.data())
                .element(
                        "p",
                        data.rows() + " observations of " + data.customers() + " customers at " + data.dates()
                                + (data.dates() == 1 ? " date" : " dates") + ", from " + data.firstDate()
                                + " on, outcomes until " + data.lastDay() + " (" + data.months()
                                + (data.months() == 1 ? " month" : " months") + "). Lost "
                                + data.window() + ": " + data.losses() + " customers, " + Html.percent(data.baseRate())
                                + " of the observations.");
    }

    private static void performance(Validation validation, Html html) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<Figure, Measured> entry : validation.figures().entrySet()) {
            Measured measured = entry.getValue();
            rows.add(List.of(
                    entry.getKey().words(),
                    measured.value().isPresent() ? Html.number(measured.value().getAsDouble()) : "",
                    measured.interval()
                            .map(ends -> Html.number(ends.low()) + " to " + Html.number(ends.high()))
                            .orElse("not known"),
                    measured.byRevenue().isPresent()
                            ? Html.number(measured.byRevenue().getAsDouble())
                            : ""));
        }
        html.element("h2", "Performance")
                .table(
                        List.of(
                                "figure",
                                "value",
                                Math.round(100 * validation.policy().confidence()) + " % interval",
                                "by revenue"),
                        rows);
        if (!validation.floors().isEmpty()) {
            html.element("h2", "Floors")
                    .list(validation.floors().stream().map(ModelCardPage::floor).toList());
        }
    }

    private static String floor(FloorCheck check) {
        return check.sentence() + " [" + check.floor().source() + "]";
    }

    private static void leadTimes(Validation validation, Html html) {
        LeadTimes leads = validation.leadTimes();
        if (validation.data().dates() < 2 || leads.days().size() + leads.missed() == 0) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (int days : new int[] {30, 60, 90, 180}) {
            rows.add(List.of("at least " + days + " days", Html.percent(leads.shareWarned(days))));
        }
        html.element("h2", "How long before a loss it warned")
                .element(
                        "p",
                        "Of " + (leads.days().size() + leads.missed()) + " losses it warned of "
                                + leads.days().size()
                                + (leads.quantile(0.5).isPresent()
                                        ? ", half of them at least "
                                                + Math.round(leads.quantile(0.5).getAsDouble()) + " days ahead"
                                        : "")
                                + (leads.revenueWarned().isPresent()
                                        ? "; that is "
                                                + Html.percent(
                                                        leads.revenueWarned().getAsDouble()) + " of the lost revenue"
                                        : "")
                                + ".")
                .table(List.of("warned without a break", "losses"), rows);
    }

    private static void comparison(Comparison comparison, Html html) {
        html.element("h2", "Beside what decides now")
                .list(comparison.differences().keySet().stream()
                        .filter(figure ->
                                figure == Figure.AUC || figure == Figure.RECALL_AT_CAPACITY || figure == Figure.BRIER)
                        .map(comparison::sentence)
                        .toList());
    }

    private static void drift(Drift drift, Html html) {
        html.element("h2", "Drift since the fit")
                .table(
                        List.of("feature", "stability index", "reading"),
                        drift.features().stream()
                                .limit(5)
                                .map(one -> List.of(
                                        one.feature().name(),
                                        Html.number(one.index()),
                                        one.reading().name().toLowerCase(Locale.ROOT)))
                                .toList());
    }

    private static void method(FittedMethod method, Html html) {
        html.element("h2", "Method").element("p", method.words());
        if (method.effects().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Effect effect : method.effects()) {
            rows.add(List.of(
                    effect.coefficient().name(),
                    Html.number(effect.coefficient().estimate()),
                    Html.number(effect.interval().low()) + " to "
                            + Html.number(effect.interval().high()),
                    Html.number(effect.ratio()),
                    Html.number(effect.ratioLow()) + " to " + Html.number(effect.ratioHigh()),
                    Html.number(effect.coefficient().p())));
        }
        html.table(
                List.of(
                        "column",
                        "coefficient",
                        "95 % interval",
                        "ratio of " + method.ratioOf(),
                        "95 % interval of the ratio",
                        "p"),
                rows);
    }
}
