package com.nexway.dmp.adapter.settings;

import java.util.List;

/**
 * How records come in, from {@code intake:} in config/adapter.yaml.
 *
 * @param suppressed addresses whose records are skipped, beside those that are always; {@code *}
 *     stands for any letters
 */
public record IntakeSettings(List<String> suppressed) {}
