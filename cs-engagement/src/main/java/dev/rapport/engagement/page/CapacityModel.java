package dev.rapport.engagement.page;

import dev.rapport.engagement.plan.RoleGap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hours that the engagement models ask of each role, those there are, and who has to be hired. */
final class CapacityModel {

    private final List<RoleGap> roles;

    CapacityModel(List<RoleGap> roles) {
        this.roles = roles;
    }

    /** Nothing where no model asks for hours. */
    Map<String, Object> fill() {
        return roles.isEmpty()
                ? Map.of()
                : Map.of("rows", roles.stream().map(CapacityModel::row).toList());
    }

    private static Map<String, Object> row(RoleGap gap) {
        double needed = gap.hoursNeeded().doubleValue();
        double available = gap.hoursAvailable().doubleValue();
        Map<String, Object> row = new HashMap<>();
        row.put("role", Text.words(gap.role()));
        row.put("answerable", gap.answerable().orElse("nobody"));
        row.put("people", Text.grouped(gap.people()));
        row.put("needed", Text.grouped(needed));
        row.put("available", Text.grouped(available));
        row.put("used", available > 0 ? Text.percent(needed / available) : "");
        row.put("isShort", needed > available);
        row.put("hires", gap.hires().isPresent() ? Text.grouped(gap.hires().getAsInt()) : "cannot be told");
        row.put("cost", gap.costOfHires().map(Text::money).orElse("not known"));
        return row;
    }
}
