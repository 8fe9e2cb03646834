// Divergence of a prediction from a target, both logarithms of probabilities; the gradient of the prediction.
#pragma once

#include "../common.hpp"

struct KLDivergenceLoss
{
    template <int C>
    static float row(const float* __restrict x, const float* __restrict y, const float*, int32_t, float* __restrict gx, float*, float*, float scale)
    {
        float divergence = 0;
        for (int c = 0; c < C; c++)
        {
            float target = std::exp(y[c]);
            divergence += target * (y[c] - x[c]);
            gx[c] = -scale * target;
        }

        return divergence;
    }

    template <int C, int S>
    static float neighbours(const float* __restrict x, const float* __restrict y, const float*, const int32_t*, float* __restrict gx, float*, float*, float scale)
    {
        float divergence = 0;
        for (int i = 0; i < C * S; i++)
        {
            float target = std::exp(y[i]);
            divergence += target * (y[i] - x[i]);
            gx[i] = -scale * target;
        }

        return divergence;
    }
};
