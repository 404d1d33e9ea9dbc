package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.model.Triangle;
import dev.rapport.engagement.plan.Remark;
import dev.rapport.examples.coveragestudy.WhatIf.Side;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.model.json.JsonOut;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * What becomes of a segment under another model as it is told: fields of {@code result.json}, and a page.
 *
 * @param book  the book
 * @param found  both models, and what differs
 */
record WhatIfReport(StudyBook book, WhatIf found) {

    void writeFields(JsonOut fields) {
        SegmentEconomics now = found.now().economics();
        fields.field("asOf", book.plan().date());
        fields.field("currency", book.plan().currency().getCode());
        fields.field("segment", now.segment());
        fields.field("customers", now.customers());
        fields.field("arr", now.arr().getAmount());
        fields.field("answer", found.answer().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        fields.array("verdict", lines -> verdict().forEach(lines::value));
        fields.object("now", side -> writeSide(found.now(), side));
        fields.object("then", side -> writeSide(found.then(), side));
        fields.object("difference", this::writeDifference);
        fields.array("capacity", roles -> found.roles().forEach(role -> roles.object(one -> writeRole(role, one))));
        fields.array("notes", notes -> notes().forEach(notes::value));
    }

    private void writeSide(Side side, JsonOut fields) {
        SegmentEconomics economics = side.economics();
        fields.field("model", economics.model());
        economics.costToServe().ifPresent(cost -> fields.field("costToServe", cost.getAmount()));
        optional(fields, "costShare", economics.costShare());
        fields.field("grossProfit", economics.grossProfit().getAmount());
        economics.margin().ifPresent(margin -> fields.field("margin", margin.getAmount()));
        optional(fields, "marginShare", economics.marginShare());
        fields.field("hoursPerYear", economics.hoursPerYear());
        side.option().ifPresent(option -> {
            Triangle share = option.expectation().share();
            fields.object("retention", kept -> {
                kept.field("low", share.low());
                kept.field("likely", share.likely());
                kept.field("high", share.high());
                kept.field("mean", share.mean());
                kept.field("source", option.expectation().source());
                target().ifPresent(target -> {
                    kept.field("target", target);
                    kept.field("holdsTarget", option.holdsTarget());
                });
            });
        });
        side.forecast().ifPresent(forecast -> fields.field("marginOfWhatIsKept", cents(forecast.expected())));
        side.range().ifPresent(range -> writeRange(fields, "marginRange", range));
    }

    private void writeDifference(JsonOut fields) {
        found.extraCost().ifPresent(cost -> fields.field("costToServe", cost.setScale(2, RoundingMode.HALF_EVEN)));
        fields.field(
                "hoursPerYear",
                found.then()
                        .economics()
                        .hoursPerYear()
                        .subtract(found.now().economics().hoursPerYear()));
        optional(fields, "retention", points());
        optional(fields, "breakEvenPoints", found.breakEvenPoints());
        optional(fields, "neededRetention", found.neededShare());
        if (found.expectedGain().isPresent()) {
            fields.field("marginOfWhatIsKept", cents(found.expectedGain().getAsDouble()));
        }
        found.gainRange().ifPresent(range -> writeRange(fields, "marginRange", range));
        optional(fields, "chanceOfGain", found.chanceOfGain());
    }

    private static void writeRole(RoleShift role, JsonOut fields) {
        fields.field("role", role.role());
        fields.field("hoursNow", role.now());
        fields.field("hoursThen", role.then());
        fields.field("difference", role.change());
        fields.field("hoursAvailable", role.available());
        role.hiresNow().ifPresent(hires -> fields.field("hiresNow", hires));
        role.hiresThen().ifPresent(hires -> fields.field("hiresThen", hires));
    }

    private void writeRange(JsonOut fields, String name, List<Double> range) {
        fields.object(name, ends -> {
            ends.field("bad", cents(range.get(0)));
            ends.field("ordinary", cents(range.get(1)));
            ends.field("good", cents(range.get(2)));
        });
    }

    private static void optional(JsonOut fields, String name, OptionalDouble value) {
        value.ifPresent(number -> fields.field(name, number));
    }

    private static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
    }

    private OptionalDouble points() {
        return found.now().kept().isEmpty() || found.then().kept().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        found.then().kept().getAsDouble() - found.now().kept().getAsDouble());
    }

    private Optional<BigDecimal> target() {
        return Optional.ofNullable(
                book.models().retentionTargets().get(found.now().economics().segment()));
    }

    private List<String> notes() {
        Set<String> notes = new LinkedHashSet<>(found.now().economics().notes());
        notes.addAll(found.then().economics().notes());
        book.plan().remarks().stream()
                .filter(Remark::isRejection)
                .map(Remark::text)
                .forEach(notes::add);
        return List.copyOf(notes);
    }

    /** What is to be known first. */
    List<String> verdict() {
        SegmentEconomics now = found.now().economics();
        List<String> lines = new ArrayList<>();
        String start =
                now.segment() + " under " + found.then().economics().model() + " in place of " + now.model() + ": ";
        if (found.extraCost().isEmpty()) {
            lines.add(start + "it cannot be told whether that pays, since some of the cost is not known.");
        } else {
            lines.add(start + cost(found.extraCost().get()) + " "
                    + (found.expectedGain().isPresent()
                            ? gain(found.expectedGain().getAsDouble())
                            : untold(found.extraCost().get())));
        }
        target().flatMap(target -> found.then()
                        .option()
                        .map(option -> "It is meant to keep " + percent(target.doubleValue())
                                + " of its ARR, and "
                                + (option.holdsTarget() ? "would" : "would not") + " under "
                                + option.of().model() + ": "
                                + percent(option.expectation().share().quantile(0.5))
                                + " is as likely as not."))
                .ifPresent(lines::add);
        for (RoleShift role : found.roles()) {
            int hires = role.hiresThen().orElse(0);
            if (hires > 0 && role.change().signum() != 0) {
                lines.add(role.role() + " needs " + hires + (hires == 1 ? " person" : " people") + " more then; now "
                        + role.hiresNow().orElse(0) + ".");
            }
            if (role.hiresThen().isEmpty() && role.change().signum() > 0) {
                lines.add("Nobody holds the role " + role.role() + ", of which " + hours(role.then())
                        + " h a year are needed then.");
            }
        }
        return List.copyOf(lines);
    }

    private String cost(BigDecimal extra) {
        return extra.signum() == 0
                ? "it costs the same."
                : "it costs " + money(extra.abs().doubleValue()) + (extra.signum() < 0 ? " less" : " more")
                        + " a year.";
    }

    private String gain(double expected) {
        List<Double> range = found.gainRange().orElseThrow();
        String words = "With what each keeps, it leaves " + money(Math.abs(expected))
                + (expected < 0 ? " less" : " more") + " a year (the difference is from " + money(range.get(0))
                + " in a bad year to "
                + money(range.get(2)) + " in a good one). ";
        return words
                + switch (found.answer()) {
                    case PAYS -> "That pays.";
                    case DOES_NOT_PAY -> "That does not pay.";
                    case CANNOT_TELL ->
                        "Whether that pays cannot be told: it does in "
                                + Math.round(100 * found.chanceOfGain().orElseThrow()) + " years of 100.";
                };
    }

    private String untold(BigDecimal extra) {
        if (found.neededShare().isEmpty()) {
            return "What the segment keeps now is not known"
                    + (found.breakEvenPoints().isEmpty()
                            ? ", so it cannot be told whether that pays."
                            : "; that pays if it "
                                    + (extra.signum() < 0 ? "loses less than " : "keeps more than ")
                                    + number(Math.abs(found.breakEvenPoints().getAsDouble()))
                                    + " percentage points of ARR more than now.");
        }
        double needed = found.neededShare().getAsDouble();
        String kept = "It keeps " + percent(found.now().kept().orElseThrow()) + " now. ";
        return switch (found.answer()) {
            case PAYS -> kept + "That pays whatever it keeps then.";
            case DOES_NOT_PAY -> kept + "That does not pay, even if it keeps everything.";
            case CANNOT_TELL ->
                kept + "What it would keep then is not known; that pays if it is more than " + percent(needed) + ".";
        };
    }

    StudyPage page() {
        SegmentEconomics now = found.now().economics();
        SegmentEconomics then = found.then().economics();
        StudyPage page = StudyPage.titled("What if " + now.segment() + " got " + then.model() + ", on "
                + book.plan().date());
        verdict().forEach(page::paragraph);
        page.heading(
                now.customers() + " customers, " + money(now.arr().getAmount().doubleValue()) + " a year");
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("cost to serve", side -> number(side.economics().exactCostToServe())));
        rows.add(row(
                "gross profit",
                side -> Optional.of(side.economics().exactGrossProfit().doubleValue())));
        rows.add(row(
                "margin if all stay",
                side -> side.economics()
                        .margin()
                        .map(margin -> margin.getAmount().doubleValue())));
        rows.add(row("margin of what is kept", side -> side.forecast().map(forecast -> forecast.expected())));
        rows.add(row("the same in a bad year", side -> side.range().map(range -> range.get(0))));
        rows.add(row("the same in a good year", side -> side.range().map(range -> range.get(2))));
        rows.add(List.of(
                "share of ARR kept, %",
                kept(found.now()),
                kept(found.then()),
                points().isPresent() ? signed(100 * points().getAsDouble(), "%+.1f") : "-"));
        rows.add(List.of(
                "hours",
                hours(now.hoursPerYear()),
                hours(then.hoursPerYear()),
                hours(then.hoursPerYear().subtract(now.hoursPerYear()))));
        page.table(
                List.of("a year, " + book.plan().currency().getCode(), now.model(), then.model(), "difference"), rows);
        page.paragraph("Of twenty years one is worse than a bad one and one better than a good one. What is kept now: "
                + source(found.now()) + ". What would be kept then: " + source(found.then()) + ".");
        page.heading("Hours of each role, all segments together");
        page.table(
                List.of("role", "needed now", "needed then", "difference", "there are", "to hire now", "to hire then"),
                found.roles().stream()
                        .map(role -> List.of(
                                role.role(),
                                hours(role.now()),
                                hours(role.then()),
                                hours(role.change()),
                                hours(role.available()),
                                whole(role.hiresNow()),
                                whole(role.hiresThen())))
                        .toList());
        notes().forEach(page::paragraph);
        return page;
    }

    private static Optional<Double> number(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::doubleValue);
    }

    private List<String> row(String name, Function<Side, Optional<Double>> amount) {
        Optional<Double> now = amount.apply(found.now());
        Optional<Double> then = amount.apply(found.then());
        return List.of(
                name,
                now.map(value -> signed(value, "%,.0f")).orElse("-"),
                then.map(value -> signed(value, "%,.0f")).orElse("-"),
                then.flatMap(later -> now.map(earlier -> signed(later - earlier, "%+,.0f")))
                        .orElse("-"));
    }

    private static String kept(Side side) {
        return side.option()
                .map(option -> option.expectation().share())
                .map(share -> String.format(
                        Locale.ROOT, "%.1f (%.1f to %.1f)", 100 * share.mean(), 100 * share.low(), 100 * share.high()))
                .orElse("-");
    }

    private static String source(Side side) {
        return side.option().map(option -> option.expectation().source()).orElse("not known");
    }

    private static String whole(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "-";
    }

    private static String signed(double value, String format) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String number(double value) {
        return signed(value, "%.1f");
    }

    private static String percent(double share) {
        return number(100 * share) + " %";
    }

    private String money(double amount) {
        return book.plan().currency().getCode() + " " + signed(amount, "%,.0f");
    }

    private static String hours(BigDecimal hours) {
        return signed(hours.doubleValue(), "%,.1f");
    }
}
