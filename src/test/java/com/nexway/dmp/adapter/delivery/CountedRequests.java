package com.nexway.dmp.adapter.delivery;

import java.util.ArrayList;
import java.util.List;

/** What was told of requests. */
final class CountedRequests implements Requests {
  int begun;
  final List<Long> ended = new ArrayList<>();
  final List<Integer> answers = new ArrayList<>();

  @Override
  public void begun() {
    begun++;
  }

  @Override
  public void ended(long nanos) {
    ended.add(nanos);
  }

  @Override
  public void answered(int status) {
    answers.add(status);
  }
}
