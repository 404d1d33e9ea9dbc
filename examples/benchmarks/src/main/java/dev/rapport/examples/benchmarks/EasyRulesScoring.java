package dev.rapport.examples.benchmarks;

import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** The scorecard as rules of Easy Rules: one for each measure, group, and the score, in order of priority. */
final class EasyRulesScoring {

    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();

    EasyRulesScoring() {
        for (int i = 0; i < ScoringRules.MEASURES; i++) {
            int measure = i;
            rules.register(new RuleBuilder()
                    .name("m" + measure)
                    .priority(measure)
                    .when(facts -> account(facts).has(measure))
                    .then(facts -> account(facts).measure(measure))
                    .build());
        }
        for (int i = 0; i < ScoringRules.GROUPS; i++) {
            int group = i;
            rules.register(new RuleBuilder()
                    .name("g" + group)
                    .priority(100 + group)
                    .when(facts -> account(facts).hasGroup(group))
                    .then(facts -> account(facts).group(group))
                    .build());
        }
        rules.register(new RuleBuilder()
                .name("score")
                .priority(200)
                .when(facts -> true)
                .then(facts -> account(facts).total())
                .build());
    }

    private static Account account(Facts facts) {
        return facts.get("account");
    }

    Account score(Account account) {
        Facts facts = new Facts();
        facts.put("account", account);
        engine.fire(rules, facts);
        return account;
    }
}
