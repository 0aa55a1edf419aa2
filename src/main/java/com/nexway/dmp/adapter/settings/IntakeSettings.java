package com.nexway.dmp.adapter.settings;

import java.util.List;

/**
 * How records come in, from {@code intake:} in config/adapter.yaml.
 *
 * @param suppressed addresses that are nobody's, whose records are skipped; {@code *} stands for
 *     any letters
 */
public record IntakeSettings(List<String> suppressed) {}
