package dev.rapport.engagement.plan;

import dev.rapport.model.attribute.Requirements;
import java.util.ArrayList;
import java.util.List;

/** Names what a section of the plan lacks. The lists may be added to. */
final class Missing {

    private Missing() {}

    /** The series, then the attributes, that nobody fed. */
    static List<String> names(Requirements unfed) {
        List<String> names = new ArrayList<>();
        unfed.series().forEach(series -> names.add("series " + series));
        unfed.attributes().forEach(attribute -> names.add("attribute " + attribute));
        return names;
    }

    /** The policies that say who works for us and how each segment is looked after, where they are not there. */
    static List<String> team(Policies policies) {
        List<String> names = new ArrayList<>();
        if (policies.organisation().isEmpty()) {
            names.add("policy organisation");
        }
        if (policies.engagementModels().isEmpty()) {
            names.add("policy engagement-models");
        }
        return names;
    }

    /** What two sections lack, each once, in the order of the first. */
    static List<String> ofBoth(Section<?> one, Section<?> other) {
        List<String> names = new ArrayList<>(one.missing());
        other.missing().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names;
    }
}
