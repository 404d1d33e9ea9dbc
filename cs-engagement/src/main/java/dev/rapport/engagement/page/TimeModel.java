package dev.rapport.engagement.page;

import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.engagement.time.CustomerTime;
import dev.rapport.engagement.time.MemberTime;
import dev.rapport.engagement.time.SegmentTime;
import dev.rapport.engagement.time.TimeSpent;
import dev.rapport.model.organisation.Utilisation;
import dev.rapport.segmentation.segment.Segment;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the team's time went into: who spent more than there is, for which segments, and for whom most. */
final class TimeModel {

    private static final int CUSTOMERS = 8;

    private final Plan plan;
    private final TimeSpent time;
    private final CustomerLinks customers;

    TimeModel(Plan plan, TimeSpent time, CustomerLinks customers) {
        this.plan = plan;
        this.time = time;
        this.customers = customers;
    }

    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        long days = ChronoUnit.DAYS.between(time.from(), time.to());
        model.put("since", time.from().toString());
        model.put("days", Text.count(days, "day", "days"));
        model.put("sums", sums());
        model.put("overloads", overloads());
        model.put("chart", chart());
        model.put("segments", time.segments().stream().map(this::segment).toList());
        model.put("hasSegments", !time.segments().isEmpty());
        List<Map<String, Object>> most =
                time.customers().stream().limit(CUSTOMERS).map(this::customer).toList();
        model.put("customers", most);
        model.put("hasCustomers", !most.isEmpty());
        return model;
    }

    private String sums() {
        String kinds = time.byKind().entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(kind -> Text.words(kind.getKey()) + " " + hours(kind.getValue()))
                .collect(Collectors.joining(", "));
        return hours(time.total()) + " hours, " + hours(time.withoutCustomer()) + " of them for no customer"
                + (kinds.isEmpty() ? "." : ": " + kinds + ".");
    }

    private List<String> overloads() {
        List<String> overloads = new ArrayList<>();
        for (MemberTime member : time.members()) {
            if (member.isOverloaded()) {
                String share = member.share().isPresent()
                        ? Text.percent(member.share().getAsDouble()) + " of the hours there are"
                        : "hours for customers without having any";
                overloads.add(member.memberId() + " spent " + share + ": " + hours(member.forCustomers()) + " for "
                        + Text.count(member.customers(), "customer", "customers"));
            }
        }
        return overloads;
    }

    private String chart() {
        List<Group> groups = time.members().stream()
                .filter(member -> member.forCustomers().signum() > 0)
                .map(member -> TeamModel.hours(
                        member.memberId(),
                        member.forCustomers(),
                        member.utilisation().map(Utilisation::available).orElse(member.forCustomers())))
                .toList();
        List<Series> series = List.of(
                new Series("spent for customers", "accent"),
                new Series("beyond the hours", "red"),
                new Series("not spent", "pale"));
        return new Chart("Hours for customers by team member", series, Text::grouped).bars(groups);
    }

    private Map<String, Object> segment(SegmentTime segment) {
        Optional<SegmentLine> line = plan.segments().stream()
                .filter(one -> one.segment().map(Segment::id).equals(segment.segment()))
                .findFirst();
        Map<String, Object> row = new HashMap<>();
        row.put("name", line.flatMap(SegmentLine::segment).map(Segment::name).orElse("In no segment"));
        row.put("hours", hours(segment.spent()));
        row.put(
                "share",
                Text.percent(
                        share(segment.spent().doubleValue(), time.forCustomers().doubleValue())));
        row.put(
                "arrShare",
                line.filter(known -> PlanModel.knowsArr(plan))
                        .map(one -> Text.percent(share(PlanModel.size(one.arr()), PlanModel.size(plan.arr()))))
                        .orElse(""));
        row.put("planned", segment.planned().map(TimeModel::hours).orElse(""));
        row.put(
                "ofPlanned",
                segment.share().isPresent() ? Text.percent(segment.share().getAsDouble()) : "");
        return row;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    private Map<String, Object> customer(CustomerTime customer) {
        Map<String, Object> row = customers.row(customer.customerId());
        row.put("hours", hours(customer.hours()));
        row.put(
                "arr",
                customers
                        .find(customer.customerId())
                        .flatMap(CustomerLine::arr)
                        .map(Text::money)
                        .orElse("unknown"));
        row.put("members", String.join(", ", customer.members()));
        return row;
    }

    private static String hours(BigDecimal hours) {
        return Text.grouped(hours.doubleValue());
    }
}
