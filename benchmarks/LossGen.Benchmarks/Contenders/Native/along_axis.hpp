// Custom losses along an axis, one after the other or, where the axis has a stride, each element of all neighbouring locations.
#pragma once

#include "along_axis/additive_margin_softmax.hpp"
#include "along_axis/correlation.hpp"
#include "along_axis/distillation.hpp"
#include "along_axis/entropy.hpp"
#include "along_axis/jensen_shannon.hpp"
#include "along_axis/kl_divergence.hpp"
#include "along_axis/multi_margin.hpp"
#include "along_axis/soft_dice.hpp"
#include "along_axis/triplet_margin.hpp"
#include "along_axis/tversky.hpp"

// The gradients of up to three inputs follow one another; a loss that needs fewer ignores the rest.
template <class Loss, int C, int S>
double along_axis(const float* x, const int32_t* labels, const float* y, const float* z, float* g, int64_t elements)
{
    int64_t locations = elements / C;
    float scale = 1.0f / locations;
    double value = 0;
    for (int64_t start = 0; start < locations; start += S)
    {
        int64_t at = start * C;
        float *gx = g + at, *gy = gx + elements, *gz = gy + elements;
        if constexpr (S == 1) value += Loss::template row<C>(x + at, y + at, z + at, labels[start], gx, gy, gz, scale);
        else value += Loss::template neighbours<C, S>(x + at, y + at, z + at, labels + start, gx, gy, gz, scale);
    }

    return value / locations;
}
